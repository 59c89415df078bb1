import { roleOfLabel } from '../header-labels.ts';
import type { Field, Line } from '../lines.ts';
import { projectNumber } from '../project-number.ts';
import { readTarget } from '../target-text.ts';
import { isUnit } from '../units.ts';

/** What the rows above the districts say of the tasks below them. */
export interface HeaderRows {
  /** Names, one row for each level, with their place among the header's rows. */
  readonly labels: readonly { readonly row: number; readonly line: Line }[];
  readonly numbers: Line | null;
  readonly units: Line | null;
  readonly targets: Line | null;
  readonly leads: Line | null;
}

type RowKind = 'numbers' | 'units' | 'targets' | 'leads';

const office = /^(?:市|省|区|县)\p{Script=Han}{2,}|(?:局|委|办|办公室|委员会|公司|集团|中心)$/u;

/** Sorts the rows of a header by the label at their left and by what they hold. */
export function headerRows(lines: readonly Line[], nameColumn: number): HeaderRows {
  const special: Record<RowKind, Line | null> = { numbers: null, units: null, targets: null, leads: null };
  const labels: { row: number; line: Line }[] = [];
  for (const [row, line] of lines.entries()) {
    const texts = line.slice(nameColumn + 1).flatMap(({ text }) => text || []);
    if (texts.length === 0) continue;
    const kind = kindOf(texts, roleOfLabel(labelOf(line, nameColumn)), labels.length > 0);
    if (kind === null || special[kind] !== null) labels.push({ row, line });
    else special[kind] = line;
  }
  return { labels, ...special };
}

function labelOf(line: Line, nameColumn: number): string {
  return line.slice(0, nameColumn + 1).find(({ text }) => text !== '')?.text ?? '';
}

/** A label at the left is believed below the names only: 「目标任务」 may also head the corner. */
function kindOf(texts: readonly string[], role: ReturnType<typeof roleOfLabel>, below: boolean): RowKind | null {
  if (texts.every((text) => isUnit(text.replace(/^[（(]|[）)]$/g, '')))) return 'units';
  if (texts.every((text) => projectNumber(text) !== null)) return 'numbers';
  if (!below) return null;
  if (role === 'target' || texts.every((text) => readTarget(text).quantity !== null)) return 'targets';
  return role === 'lead' || texts.every((text) => office.test(text)) ? 'leads' : null;
}

/** The field over a column: its own, or the one that reaches over it from the left. */
export function fieldOver(line: Line | null, column: number): Field | null {
  if (line === null) return null;
  for (let at = column; at >= 0; at -= 1) if (line[at]?.covered !== 'left') return line[at] ?? null;
  return null;
}
