import { calendarYears } from './calendar-years.ts';
import { clock } from './clock.ts';
import { configuration } from './configuration.ts';
import { database } from './database.ts';
import { disk } from './disk.ts';
import type { Exam } from './exam.ts';
import { fonts } from './fonts.ts';
import { mail } from './mail.ts';
import { nodeVersion } from './node-version.ts';
import { passwordFiles } from './password-files.ts';
import { recipients } from './recipients.ts';
import { templates } from './templates.ts';

/** Everything that `doctor` looks at, in the order in which it tells; a new one is one file and one line. */
export const exams: readonly Exam[] = [
  configuration,
  database,
  clock,
  calendarYears,
  fonts,
  templates,
  disk,
  mail,
  recipients,
  passwordFiles,
  nodeVersion,
];
