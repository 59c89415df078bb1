import { z } from 'zod';
import { tones } from './document.ts';

const points = z.number().min(-100).max(100);

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

export const settingsSchema = z.strictObject({
  /** Who issues the briefings, as printed. */
  issuer: z.string().min(1).default('市民生实事办'),
  /** 抄送: who gets a copy, as the 版记 names them. */
  copies: z.array(z.string().min(1)).default([]),
  /** Month by which the year's task is due in full: 12, or 11 where December is for mending (11月前全面完成). */
  deadlineMonth: z.number().int().min(1).max(12).default(12),
  /** Day of the following month by which return forms must be back. */
  returnDay: z.number().int().min(1).max(31).default(3),
  /** Day of the following month on which a briefing is dated. */
  issueDay: z.number().int().min(1).max(31).default(5),
  /** The lights, best first; percentage points ahead of (+) or behind (-) the pace. */
  lights: z
    .strictObject({
      done: light,
      ahead: light,
      onpace: light,
      slow: light,
      lagging: light,
      critical: light,
    })
    .default({
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

/** Gives every light its mark. */
export function markedLights({ lights }: Settings, marks: Marks): Lights {
  return Object.fromEntries(statuses.map((s) => [s, { ...lights[s], mark: marks[s] }])) as Lights;
}
