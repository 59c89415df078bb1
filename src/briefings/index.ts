import type { Briefing } from './briefing.ts';
import { cityBriefing } from './city.ts';
import { districtBriefing } from './district.ts';
import { leadUnitBriefing } from './lead-unit.ts';

// biome-ignore lint/suspicious/noExplicitAny: each briefing has content of its own; only its template sees it
export const briefings: readonly Briefing<any>[] = [districtBriefing, cityBriefing, leadUnitBriefing];
