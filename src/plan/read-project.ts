import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { Project, Target } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { doubtfulTarget, noAllocation } from './figure-problems.ts';
import { nameCellsOf } from './name-cells.ts';
import { readFigures } from './read-figures.ts';
import { noLead, noName } from './row-problems.ts';
import { type RowTarget, targetOf } from './row-units.ts';
import type { ProjectRows } from './rows.ts';
import { isPart } from './target-text.ts';
import { totalProblems } from './totals.ts';

export interface ProjectReading {
  readonly project: Project;
  /** `1.1 个`: targets whose unit does not stand beside their number, and those that have none. */
  readonly borrowed: readonly string[];
  readonly unitless: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds a project from its rows. */
export function readProject(group: ProjectRows): ProjectReading {
  const rows = group.rows.filter(({ fields }) => fields.target.text !== '');
  const read = rows.map(({ fields }) => targetOf(fields));
  const names = nameCellsOf(
    group.rows,
    read.map(({ quantity }) => quantity),
  );
  const diagnostics = [...names.diagnostics];
  const name = names.cells.map((cell) => cell.text).join('；');
  const clauses = clausesOf(
    name,
    read.map((target, i) => ({ ...target, part: target.part || isPart(rows[i]?.fields.name.text ?? '') })),
  );
  const idOf = (index: number) => `${group.no}.${index + 1}`;
  let leadUnits: readonly string[] = [];
  const targets = rows.map(({ fields }, i): Target => {
    const target = read[i] as RowTarget;
    const { text: clause, partOf } = clauses[i] as Clause;
    const figures = readFigures(fields, target, fields.unit || target.quantity?.unit || fields.figureUnit);
    const about = { target: idOf(i) };
    const found = [...figures.diagnostics, ...totalProblems(fields, figures.read.allocations, target)];
    if (target.doubtful) found.push(doubtfulTarget({ text: target.text }, fields.target.at));
    const { allocations, note } = figures.read;
    if (target.quantity && note === null && Object.keys(allocations).length === 0 && !hasErrors(found))
      found.push(noAllocation({ target: about.target, text: quantityText(target.quantity) }, fields.target.at));
    diagnostics.push(...found.map((d) => ({ ...d, about: { ...about, ...d.about } })));
    const sharesLead = fields.lead.text === '' && i > 0;
    if (!sharesLead) leadUnits = fields.lead.text.split(/[、，；/]/u).filter((unit) => unit !== '');
    return {
      id: about.target,
      text: target.text,
      clause,
      quantity: target.quantity,
      direction: target.direction,
      partOf: partOf === null ? null : idOf(partOf),
      leadUnits,
      sharesLead,
      ...figures.read,
      original: {
        target: fields.target.original,
        lead: fields.lead.original,
        note: figures.originalNote,
        allocations: figures.originals,
      },
      at: fields.target.at,
    };
  });
  if (name === '') diagnostics.push(noName({ project: String(group.no) }, rows[0]?.fields.target.at ?? null));
  if (targets.some((target) => target.leadUnits.length === 0))
    diagnostics.push(noLead({ project: String(group.no) }, rows[0]?.fields.target.at ?? null));
  const mark = group.mark === '' ? {} : { mark: group.mark };
  return {
    project: { no: group.no, ...mark, name, nameCells: names.cells, targets },
    borrowed: read.flatMap(({ borrowed }, i) => (borrowed === '' ? [] : [`${idOf(i)} ${borrowed}`])),
    unitless: read.flatMap(({ quantity }, i) => (quantity?.unit === '' ? [idOf(i)] : [])),
    diagnostics,
  };
}
