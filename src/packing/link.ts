import { editionName } from '../model/correction.ts';

export interface LinkedPacket {
  readonly month: string;
  readonly audience: string;
  /** 0 for the original, n for 更正版n. */
  readonly edition: number;
}

/** Fills the link in the settings: where a packet lies that is too large to travel. Each packet of each edition has its own. */
export function linkTo(template: string, { month, audience, edition }: LinkedPacket): string {
  return template
    .replaceAll('{month}', encodeURIComponent(month))
    .replaceAll('{audience}', encodeURIComponent(audience))
    .replaceAll('{edition}', encodeURIComponent(editionName(edition)));
}
