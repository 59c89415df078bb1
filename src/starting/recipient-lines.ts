import { stringify } from 'yaml';
import { cityAudience } from '../briefings/city.ts';

/** Addresses of one reader, as `recipients.readers` has them. */
export interface ReaderAddresses {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly liaisons?: readonly string[];
}

/** Lines of `recipients.readers` in `jianbao.yaml`, one a reader. */
export function recipientLines(readers: ReadonlyMap<string, ReaderAddresses>): string[] {
  return [...readers].map(([name, { to, cc, liaisons }]) => {
    const people = liaisons === undefined ? '' : `, liaisons: ${flow(liaisons)}`;
    return `    ${stringify(name).trim()}: { to: ${flow(to)}, cc: ${flow(cc)}${people} }`;
  });
}

/** Made-up addresses for trying out: no mail server delivers to `.example` (RFC 2606). */
export function sampleAddresses(names: readonly string[]): Map<string, ReaderAddresses> {
  return new Map(
    names.map((name, index) => {
      const box = `danwei-${String(index).padStart(2, '0')}`;
      const liaisons = name === cityAudience ? {} : { liaisons: [`${box}-lianluoyuan@${sampleDomain}`] };
      return [name, { to: [`${box}@${sampleDomain}`], cc: [], ...liaisons }];
    }),
  );
}

/** Entries to be filled in. */
export function blankAddresses(names: readonly string[]): Map<string, ReaderAddresses> {
  return new Map(names.map((name) => [name, { to: [], cc: [] }]));
}

const sampleDomain = 'city.example';

function flow(addresses: readonly string[]): string {
  return `[${addresses.join(', ')}]`;
}
