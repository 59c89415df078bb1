import type { Correction } from './decision.ts';
import type { Place } from './document.ts';
import type { Period } from './period.ts';
import { isShare, type Quantity } from './quantity.ts';

/** 任务分解表 of one year. Plain data: it can be kept and compared as JSON. */
export interface Plan {
  /** 《…任务分解表》 without the annex label. */
  readonly title: string;
  /** `附件2`; null where none is printed. */
  readonly annex: string | null;
  /** From the title; null where it names none. */
  readonly year: number | null;
  /** The header as printed, over all columns. */
  readonly header: readonly HeaderNode[];
  /** The figure columns in printed order. */
  readonly columns: readonly Column[];
  readonly projects: readonly Project[];
  /** Paragraphs below the table. */
  readonly notes: readonly string[];
}

/** A version of a plan, from which month it holds, and the 文号 that brought it; null for a document without one. */
export interface PlanInForce {
  readonly plan: Plan;
  readonly effective: Period;
  readonly documentNumber: string | null;
}

/** What a column of the table holds. */
export type ColumnRole = 'no' | 'name' | 'target' | 'lead' | 'city' | 'district';

/** A header cell; a group has children, a leaf has a role. */
export type HeaderNode = HeaderGroup | HeaderLeaf;
export interface HeaderGroup {
  readonly label: string;
  readonly children: readonly HeaderNode[];
}
export interface HeaderLeaf {
  readonly label: string;
  readonly role: ColumnRole;
}

/** 市本级 or a district; its name is its key. */
export interface Column {
  readonly name: string;
  readonly kind: 'city' | 'district';
}

/** A numbered row group. */
export interface Project {
  /** 序号 */
  readonly no: number;
  /** ★ or the like beside the 序号. */
  readonly mark?: string;
  /** 项目名称; where it stands in several cells, their texts joined by 「；」. */
  readonly name: string;
  /** The 项目名称 cells as printed and how many targets each stands beside. */
  readonly nameCells: readonly NameCell[];
  readonly targets: readonly Target[];
}

export interface NameCell {
  readonly text: string;
  readonly original: string;
  readonly targets: number;
}

/** One 量化目标 row. */
export interface Target {
  /** Project number and place in it: `13.2`. */
  readonly id: string;
  /** 量化目标 as printed: `1400张`, `育儿券`. */
  readonly text: string;
  /** The part of the project's name that speaks of this target, for use in sentences. */
  readonly clause: string;
  /** Null where the target has no number. */
  readonly quantity: Quantity | null;
  /** `at-most` for 5%以内. */
  readonly direction: 'at-least' | 'at-most';
  /** Id of the target that this one lies inside (其中) and is never added to. */
  readonly partOf: string | null;
  readonly leadUnits: readonly string[];
  /** True where the 牵头单位 cell of the row above covers this row. */
  readonly sharesLead: boolean;
  /** Column name → figure. A column without a figure has no task: blank is never zero. */
  readonly allocations: Readonly<Record<string, Quantity>>;
  /** Column name → what is printed there in place of a figure: 「—」, 「无任务」, or words where the target has no number. */
  readonly marks: Readonly<Record<string, string>>;
  /** Text across all figure columns in place of figures. */
  readonly note: string | null;
  readonly original: TargetOriginal;
  /** Where the 量化目标 stands. */
  readonly at: Place | null;
  /** Figures that a 处理意见 replaced, with what was printed; absent in a plan as it was read. */
  readonly corrected?: TargetCorrections;
  /** Column name → where its figure stands; absent where that is not known, as in plans stored before it was kept. */
  readonly places?: Readonly<Record<string, Place>>;
}

/** The correction of a target's own quantity, and those of its allocations by column. */
export interface TargetCorrections {
  readonly quantity?: Correction;
  readonly allocations?: Readonly<Record<string, Correction>>;
}

/** The row's texts before spacing and brackets were made one. */
export interface TargetOriginal {
  readonly target: string;
  readonly lead: string;
  readonly note: string | null;
  readonly allocations: Readonly<Record<string, string>>;
}

/** The unit in which the columns of a target add up to it; null where they do not: limits, shares, and targets without a number. */
export function addedIn({ quantity, direction }: Target): string | null {
  return quantity === null || direction === 'at-most' || isShare(quantity.unit) ? null : quantity.unit;
}

/** All targets of a plan in printed order, each with its project. */
export function targetsOf(plan: Plan): { readonly project: Project; readonly target: Target }[] {
  return plan.projects.flatMap((project) => project.targets.map((target) => ({ project, target })));
}
