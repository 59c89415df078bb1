import type { HeaderNode, NameCell, Plan, Project, Target } from '../model/plan.ts';

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

/** All rows with one figure column alone; words that stood across all columns stand in it. */
export function columnOfPlan(plan: Plan, column: string): Plan {
  return {
    ...plan,
    header: headerOf(plan.header, column),
    columns: plan.columns.filter(({ name }) => name === column),
    projects: plan.projects.map((project) => ({
      ...project,
      targets: project.targets.map((target) => targetIn(target, column)),
    })),
  };
}

function headerOf(nodes: readonly HeaderNode[], column: string): HeaderNode[] {
  return nodes.flatMap((node): HeaderNode[] => {
    if (!('children' in node)) {
      const isFigure = node.role === 'city' || node.role === 'district';
      return isFigure && node.label !== column ? [] : [node];
    }
    const children = headerOf(node.children, column);
    return children.length === 0 ? [] : [{ ...node, children }];
  });
}

function targetIn(target: Target, column: string): Target {
  const { allocations, marks, original, corrected, places } = target;
  const own = <T>(held: Readonly<Record<string, T>>): Record<string, T> =>
    Object.hasOwn(held, column) ? { [column]: held[column] as T } : {};
  return {
    ...target,
    allocations: own(allocations),
    marks: own(marks),
    original: { ...original, allocations: own(original.allocations) },
    ...(corrected?.allocations ? { corrected: { ...corrected, allocations: own(corrected.allocations) } } : {}),
    ...(places ? { places: own(places) } : {}),
  };
}
