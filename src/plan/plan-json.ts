import type { Plan } from '../model/plan.ts';

/** The plan for other programs: values as decimal strings, texts in one spelling, the printed texts under `original`. */
export function planJson(plan: Plan): unknown {
  return {
    title: plan.title,
    annex: plan.annex,
    year: plan.year,
    columns: plan.columns,
    projects: plan.projects.map((project) => ({
      no: project.no,
      ...(project.mark === undefined ? {} : { mark: project.mark }),
      name: project.name,
      targets: project.targets.map((target) => ({
        id: target.id,
        text: target.text,
        quantity: target.quantity,
        direction: target.direction,
        partOf: target.partOf,
        leadUnits: target.leadUnits,
        allocations: target.allocations,
        marks: target.marks,
        note: target.note,
        original: target.original,
      })),
      original: { name: project.nameCells.map((cell) => cell.original) },
    })),
    notes: plan.notes,
  };
}
