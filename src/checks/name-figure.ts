import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { mentionsIn } from '../model/mentions.ts';
import type { PlanCheck } from './check.ts';

const problem = explained(
  defineProblem<{ project: string; figure: string }>('name-figure', 'warning', {
    'zh-CN': (d) => ({
      message: `项目${d.project}名称中的“${d.figure}”与量化目标对不上`,
      hint: '请核对项目名称与量化目标，以正式文件为准。',
    }),
    en: (d) => ({
      message: `the 「${d.figure}」 in the name of project ${d.project} matches none of its targets`,
      hint: 'Compare the name with the targets; the official document holds.',
    }),
  }),
  {
    'zh-CN': {
      title: '名称中的数字与量化目标对不上',
      finds: '项目名称中的数字既不是某项量化目标，也不是相邻几项之和。',
      remedy: '请核对项目名称与量化目标，以正式文件为准。',
    },
    en: {
      title: 'have figures in their names that match no target',
      finds: 'A figure in the name of a project is neither one of its targets nor the sum of neighbouring ones.',
      remedy: 'Compare the name with the targets; the official document holds.',
    },
  },
);

/** Each figure in a project's name is one of its targets (6.1万个 = 61000个) or the sum of some in a row. */
export const nameFigure: PlanCheck = {
  problems: [problem],
  find: (plan) =>
    plan.projects.flatMap((project) => {
      const quantities = project.targets.map((target) => target.quantity);
      const first = project.targets[0];
      return mentionsIn(project.name, quantities)
        .filter((mention) => mention.targets.length === 0)
        .map((mention) =>
          problem(
            { project: String(project.no), figure: mention.text },
            first?.at ?? null,
            first ? { target: first.id } : {},
          ),
        );
    }),
};
