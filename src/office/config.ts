import { z } from 'zod';
import { mailSettings, recipientSettings } from '../model/mail-settings.ts';
import { scheduleSettings } from '../model/schedule-settings.ts';
import { serviceSettings } from '../model/service-settings.ts';
import { settingsSchema } from '../model/settings.ts';
import { gradeProblem } from '../month/check-catalogue.ts';
import { scheduleProblems } from '../schedule/check-schedule.ts';

/** The settings of an office, in which codes of checks are ones that exist. */
const ownSettings = settingsSchema.superRefine(({ checks }, context) => {
  for (const [code, grade] of Object.entries(checks)) {
    const problem = gradeProblem(code, grade);
    if (problem !== null)
      context.addIssue({ code: 'custom', path: ['checks', code], message: `${problem['zh-CN']} | ${problem.en}` });
  }
});

/** The schedule of an office, whose steps are ones that exist and whose rules can be read. */
const ownSchedule = scheduleSettings.superRefine((schedule, context) => {
  for (const { path, message } of scheduleProblems(schedule))
    context.addIssue({ code: 'custom', path: [...path], message: `${message['zh-CN']} | ${message.en}` });
});

/** `jianbao.yaml` in a data folder: which files hold the plan and the returns, the office's settings, and how a month runs by itself. */
export const dataFolderSchema = z.strictObject({
  /** Plan file in the folder; left out where the folder has one table file, or where plan and returns are in the store. */
  plan: z.string().min(1).optional(),
  /** Folder with the returns, every file of it a list of returns. */
  returns: z.string().min(1).default('progress'),
  /** Folder with the plan and returns of the year before, for the comparison with the same month: `../2022`. */
  lastYear: z.string().min(1).optional(),
  /** Folder with templates and theme of the office's own; default: the ones that come with the program. */
  templates: z.string().min(1).optional(),
  settings: ownSettings.prefault({}),
  /** File with workdays and days off of the office's own, over those of the State Council. */
  calendar: z.string().min(1).optional(),
  /** Folder of the published months, below this one. */
  output: z.string().min(1).default('output'),
  /** 审签: a person signs every month, or it leaves by itself once it is checked. */
  signoff: z.enum(['person', 'automatic']).default('person'),
  schedule: ownSchedule.optional(),
  mail: mailSettings.optional(),
  recipients: recipientSettings.prefault({}),
  service: serviceSettings.prefault({}),
});

export type DataFolder = z.infer<typeof dataFolderSchema>;
