import type { StepKind } from '../../model/schedule-settings.ts';
import type { Prepare } from '../step-job.ts';
import { archive } from './archive.ts';
import { ask } from './ask.ts';
import { close } from './close.ts';
import { deliver } from './deliver.ts';
import { draft } from './draft.ts';
import { forms } from './forms.ts';
import { remind } from './remind.ts';

/** What each kind of step does; a new kind is one file and one line here. */
export const handlers: Readonly<Record<StepKind, Prepare>> = { forms, remind, close, draft, ask, deliver, archive };
