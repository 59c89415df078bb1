import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import { type ExplainedKind, explained } from '../model/explained.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import type { Settings } from '../model/settings.ts';

const unknownTarget = explained(
  defineProblem<{ setting: string; id: string; known: string }>(
    'settings-target-unknown',
    'error',
    {
      'zh-CN': (d) => ({
        message: `设置 ${d.setting} 中的目标${d.id}不在任务分解表中`,
        hint: `任务分解表的目标编号为：${d.known}；请在 jianbao.yaml 中改正或删去`,
      }),
      en: (d) => ({
        message: `the setting ${d.setting} names target ${d.id}, which the plan does not have`,
        hint: `The plan's targets: ${d.known}. Correct the setting in jianbao.yaml or take it out.`,
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '在设置中写到而任务分解表中没有',
      finds: '设置 pace.targets 或 composite.weights 写到的目标编号不在任务分解表中。',
      remedy: '请在 jianbao.yaml 中改正或删去。',
    },
    en: {
      title: 'are named in the settings and not in the plan',
      finds: 'The settings pace.targets or composite.weights name a target that the plan does not have.',
      remedy: 'Correct the setting in jianbao.yaml or take it out.',
    },
  },
);

const pacelessTarget = explained(
  defineProblem<{ id: string; text: string }>('settings-target-paceless', 'warning', {
    'zh-CN': (d) => ({
      message: `设置 pace.targets 为目标${d.id}（${d.text}）规定了节点，但控制类目标按是否超限判断，没有数量的目标不判断进度`,
      hint: '该规定不起作用，请在 jianbao.yaml 中删去；控制类目标可以只写 deadlineMonth',
    }),
    en: (d) => ({
      message: `the setting pace.targets has a pace for target ${d.id} (${d.text}), which is judged by its limit or has no number`,
      hint: 'It has no effect: take it out of jianbao.yaml. A target with a limit may have a deadlineMonth.',
    }),
  }),
  {
    'zh-CN': {
      title: '在设置中规定了不起作用的节点',
      finds: '设置 pace.targets 为控制类目标或没有数量的目标规定了起始月或节点。',
      remedy: '该规定不起作用，请在 jianbao.yaml 中删去；控制类目标可以只写 deadlineMonth。',
    },
    en: {
      title: 'have a pace in the settings that has no effect',
      finds:
        'The setting pace.targets gives a start or nodes to a target that is judged by its limit or has no number.',
      remedy: 'Take it out of jianbao.yaml. A target with a limit may have a deadlineMonth.',
    },
  },
);

/** What `checkSettings` finds. */
export const settingsKinds: readonly ExplainedKind[] = [unknownTarget, pacelessTarget];

/** What the settings say of single targets is about targets that the plan has, and that can have it. */
export function checkSettings(plan: Plan, { pace, composite }: Pick<Settings, 'pace' | 'composite'>): Diagnostic[] {
  const targets = new Map(targetsOf(plan).map(({ target }) => [target.id, target]));
  const known = [...targets.keys()].join('、');
  const named = { 'pace.targets': pace.targets, 'composite.weights': composite.weights };
  const unknown = Object.entries(named).flatMap(([setting, byTarget]) =>
    Object.keys(byTarget)
      .filter((id) => !targets.has(id))
      .map((id) => unknownTarget({ setting, id, known }, null)),
  );
  const paceless = Object.entries(pace.targets).flatMap(([id, { startMonth, nodes }]) => {
    const target = targets.get(id);
    if (!target || (startMonth === undefined && nodes === undefined)) return [];
    const judged = target.direction === 'at-least' && Object.keys(target.allocations).length > 0;
    return judged ? [] : [pacelessTarget({ id, text: target.text }, target.at, { target: id })];
  });
  return [...unknown, ...paceless];
}
