import { briefings } from '../briefings/index.ts';
import type { Month } from '../briefings/month.ts';
import { readerOf } from './may-read.ts';

/** Somebody who gets a packet: the name of its folder, the name that its pages use, and its title without the mark of an edition. */
export interface Audience {
  readonly name: string;
  readonly shown: string;
  readonly title: string;
}

/** All that get a packet of a month. */
export function audiencesOf(month: Month): Audience[] {
  return briefings.flatMap((briefing) =>
    briefing.audiences(month).map((name) => {
      const reader = readerOf(month, name);
      const shown = reader?.kind === 'lead-unit' ? reader.unit : name;
      return { name, shown, title: briefing.title(month, name) };
    }),
  );
}
