import type { Diagnostic } from '../model/diagnostic.ts';
import type { Project, Target } from '../model/plan.ts';
import { parseQuantity, type Quantity } from '../model/quantity.ts';
import { clausesOf } from './clauses.ts';
import type { RowFields } from './columns.ts';
import type { Field } from './lines.ts';
import { nameCellsOf } from './name-cells.ts';
import { mergedFigure, noLead, unreadableFigure } from './problems.ts';
import type { ProjectRows } from './rows.ts';
import { readTarget } from './target-text.ts';

const noTaskMarks = ['—', '——', '-', '－', '/', '无任务', '无'];

/** Builds a project from its rows. */
export function readProject(group: ProjectRows): { project: Project; diagnostics: Diagnostic[] } {
  const rows = group.rows.filter(({ fields }) => fields.target.text !== '');
  const readings = rows.map(({ fields }) => readTarget(fields.target.text));
  const names = nameCellsOf(
    group.rows,
    readings.map((reading) => reading.quantity),
  );
  const diagnostics = [...names.diagnostics];
  const name = names.cells.map((cell) => cell.text).join('；');
  const clauses = clausesOf(
    name,
    rows.map(({ fields }, i) => ({ text: fields.target.text, quantity: readings[i]?.quantity ?? null })),
  );
  let leadUnits: readonly string[] = [];
  const targets = rows.map(({ fields }, i): Target => {
    const clause = clauses[i];
    const figures = readFigures(fields);
    diagnostics.push(...figures.diagnostics);
    const sharesLead = fields.lead.text === '' && i > 0;
    if (!sharesLead) leadUnits = fields.lead.text.split(/[、，；/]/u).filter((unit) => unit !== '');
    return {
      id: `${group.no}.${i + 1}`,
      text: fields.target.text,
      clause: clause?.text ?? name,
      quantity: readings[i]?.quantity ?? null,
      direction: readings[i]?.direction ?? 'at-least',
      partOf: clause?.partOf === null || clause?.partOf === undefined ? null : `${group.no}.${clause.partOf + 1}`,
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
  if (targets.some((target) => target.leadUnits.length === 0))
    diagnostics.push(noLead({ project: String(group.no) }, rows[0]?.fields.target.at ?? null));
  return { project: { no: group.no, name, nameCells: names.cells, targets }, diagnostics };
}

interface Figures {
  readonly read: Pick<Target, 'allocations' | 'marks' | 'note'>;
  readonly originals: Record<string, string>;
  readonly originalNote: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Figures by column; or the note, where the only text in the figure columns is a sentence or covers them all. */
function readFigures(row: RowFields): Figures {
  const filled = row.figures.filter(({ field }) => field.text !== '');
  const [only] = filled;
  if (only && filled.length === 1 && (isSentence(only.field.text) || coversAll(only.field, row)))
    return {
      read: { allocations: {}, marks: {}, note: only.field.text },
      originals: {},
      originalNote: only.field.original,
      diagnostics: [],
    };
  const allocations: Record<string, Quantity> = {};
  const marks: Record<string, string> = {};
  const originals: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  for (const [index, { column, field }] of row.figures.entries()) {
    if (field.text === '') continue;
    const quantity = parseQuantity(field.text);
    if (quantity) allocations[column.name] = quantity;
    else if (!noTaskMarks.includes(field.text))
      diagnostics.push(unreadableFigure({ text: field.text }, field.at, { column: column.name }));
    // A mark over several columns says the same of each; a figure there could be anyone's.
    else for (const covered of row.figures.slice(index, index + field.colspan)) marks[covered.column.name] = field.text;
    if (quantity && (field.colspan > 1 || field.rowspan > 1))
      diagnostics.push(mergedFigure({ text: field.text }, field.at, { column: column.name }));
    originals[column.name] = field.original;
  }
  return { read: { allocations, marks, note: null }, originals, originalNote: null, diagnostics };
}

function coversAll(field: Field, row: RowFields): boolean {
  return field.colspan > 1 && field.colspan === row.figures.length && !isFigure(field.text);
}

function isFigure(text: string): boolean {
  return parseQuantity(text) !== null || noTaskMarks.includes(text);
}

/** A note is prose: it has a mark between clauses or is far longer than a figure with its unit. */
function isSentence(text: string): boolean {
  return !isFigure(text) && (text.length > 12 || /[，。；]/u.test(text));
}
