import { z } from 'zod';
import { compositeSettings } from './composite-settings.ts';
import { tones } from './document.ts';
import { named } from './named.ts';
import { paceSettings } from './pace-settings.ts';

/** Percentage points; a fourth decimal would be lost, so it is refused. */
const points = z
  .number()
  .min(-100)
  .max(100)
  .refine((value) => /^-?\d+(?:\.\d{1,3})?$/.test(String(value)), '最多三位小数 | takes at most three decimals');

/** One status light: its word stands in print, with the theme's mark; its colour comes in addition. */
const light = z.strictObject({
  label: z.string().min(1),
  tone: z.enum(tones),
  /** Least distance to the pace in percentage points at which this light holds; null for the first and the last. */
  from: points.nullable(),
  /** True where a project with this light goes into 滞后项目情况表. */
  lags: z.boolean(),
});

export const statuses = ['done', 'ahead', 'onpace', 'slow', 'lagging', 'critical'] as const;
export type Status = (typeof statuses)[number];
/** The lights with a threshold, highest first. */
export const banded = ['ahead', 'onpace', 'slow', 'lagging'] as const satisfies readonly Status[];

const lights = z
  .strictObject({ done: light, ahead: light, onpace: light, slow: light, lagging: light, critical: light })
  .superRefine((all, context) => {
    const refuse = (status: Status, message: string) =>
      context.addIssue({ code: 'custom', path: [status, 'from'], message });
    for (const status of ['done', 'critical'] as const)
      if (all[status].from !== null)
        refuse(status, '不设界限，应为 null：达到100%和低于各档的不看界限 | has no threshold and must be null');
    for (const [index, status] of banded.entries()) {
      const { from } = all[status];
      const above = index === 0 ? null : all[banded[index - 1] as Status].from;
      if (from === null) refuse(status, '没有填写界限（百分点） | lacks its threshold in percentage points');
      else if (above !== null && from >= above)
        refuse(
          status,
          `不低于上一档的${above}，界限应逐档降低 | is not below ${above}, the one before: thresholds must descend`,
        );
    }
  });

/** How much a finding weighs; `off` leaves it out. */
export const grades = ['error', 'warning', 'info', 'off'] as const;
export type Grade = (typeof grades)[number];

export const settingsSchema = z.strictObject({
  /** Who issues the briefings, as printed. */
  issuer: z.string().min(1).default('市民生实事办'),
  /**
   * What a district's packet shows of others. `whole`: the whole 附件2 and the progress of all districts. `own`: its own column
   * only. What others wrote, and what was found about them, it shows in neither case.
   */
  audience: z.enum(['whole', 'own']).default('whole'),
  /** 抄送: who gets a copy, as the 版记 names them. */
  copies: z.array(z.string().min(1)).default([]),
  /** Where the deadline used to be: whoever still writes it here is told. */
  deadlineMonth: z
    .custom<undefined>(
      (value) => value === undefined,
      '现写在 pace 下：pace: { default: { deadlineMonth: 11 } } | now stands under pace: { default: { deadlineMonth: 11 } }',
    )
    .optional(),
  /** 序时进度: the rule of all targets, and rules of their own. */
  pace: paceSettings.prefault({}),
  /** 综合完成率: cap and weights. */
  composite: compositeSettings.prefault({}),
  /** 数据截止日期: the day of the month itself at which its figures end; the last day of a shorter month. */
  cutoffDay: z.number().int().min(1).max(31).default(31),
  /** Day of the following month by which return forms must be back. */
  returnDay: z.number().int().min(1).max(31).default(3),
  /** Day of the following month on which a briefing is dated. */
  issueDay: z.number().int().min(1).max(31).default(5),
  /** Code of a check → how much its findings weigh; `jianbao checks list` names the codes and what they weigh by themselves. */
  checks: named(z.enum(grades)).default({}),
  /** The lights, best first; percentage points ahead of (+) or behind (-) the pace. */
  lights: lights.default({
    done: { label: '已完成', tone: 'done', from: null, lags: false },
    ahead: { label: '超序时', tone: 'ahead', from: 5, lags: false },
    onpace: { label: '按序时', tone: 'onpace', from: 0, lags: false },
    slow: { label: '略慢', tone: 'slow', from: -10, lags: false },
    lagging: { label: '滞后', tone: 'lagging', from: -30, lags: true },
    critical: { label: '严重滞后', tone: 'critical', from: null, lags: true },
  }),
});

/** What an office decides for itself about judging and dating its briefings. */
export type Settings = z.infer<typeof settingsSchema>;
export type Marks = Readonly<Record<Status, string>>;
/** The lights as they are printed: with the mark that the theme gives each. */
export type Lights = Readonly<Record<Status, z.infer<typeof light> & { readonly mark: string }>>;

/** Whether a district reads its own column only. Settings that were frozen before there was a choice have none. */
export function readsOwnOnly({ audience }: Settings): boolean {
  return audience === 'own';
}

/** Gives every light its mark. */
export function markedLights({ lights }: Settings, marks: Marks): Lights {
  return Object.fromEntries(statuses.map((s) => [s, { ...lights[s], mark: marks[s] }])) as Lights;
}
