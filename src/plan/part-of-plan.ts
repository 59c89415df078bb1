import type { NameCell, Plan, Project, Target } from '../model/plan.ts';

/** The rows of some targets alone, with all columns and their places in the printed table; a project without any is left out. */
export function partOfPlan(plan: Plan, keeps: (target: Target) => boolean): Plan {
  return { ...plan, projects: plan.projects.flatMap((project) => partOfProject(project, keeps) ?? []) };
}

function partOfProject(project: Project, keeps: (target: Target) => boolean): Project | null {
  const kept = project.targets.map(keeps);
  if (!kept.includes(true)) return null;
  return { ...project, nameCells: nameCellsOf(project, kept), targets: targetsOf(project, kept) };
}

/** A name that stood beside several targets stands beside those of them that are left. */
function nameCellsOf({ nameCells }: Project, kept: readonly boolean[]): NameCell[] {
  let row = 0;
  return nameCells.flatMap((cell) => {
    const targets = kept.slice(row, row + cell.targets).filter(Boolean).length;
    row += cell.targets;
    return targets === 0 ? [] : [{ ...cell, targets }];
  });
}

/** The first one left of those that shared a 牵头单位 cell has it now. */
function targetsOf({ targets }: Project, kept: readonly boolean[]): Target[] {
  let hasCell = false;
  return targets.flatMap((target, index): Target[] => {
    if (!target.sharesLead) hasCell = false;
    if (!kept[index]) return [];
    const shared = target.sharesLead && hasCell;
    hasCell = true;
    return [{ ...target, sharesLead: shared }];
  });
}
