import { z } from 'zod';
import { settingsSchema } from './model/settings.ts';

/** `jianbao.yaml` in a data folder: which files hold the plan and the returns, and the office's settings. */
export const dataFolderSchema = z.strictObject({
  /** Plan file in the folder; left out where the folder has one table file, or where plan and returns are in the store. */
  plan: z.string().min(1).optional(),
  /** Folder with the returns, every file of it a list of returns. */
  returns: z.string().min(1).default('progress'),
  /** Folder with templates and theme of the office's own; default: the ones that come with the program. */
  templates: z.string().min(1).optional(),
  settings: settingsSchema.prefault({}),
});

export type DataFolder = z.infer<typeof dataFolderSchema>;
