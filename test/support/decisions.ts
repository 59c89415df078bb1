import type { Decision } from '../../src/model/decision.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** A decision that answers a diagnostic; by default it lets it stand. */
export function decisionOn(d: Pick<Diagnostic, 'code' | 'about' | 'data'>, more: Partial<Decision> = {}): Decision {
  return {
    id: '2023-1',
    kind: 'accept',
    year: 2023,
    code: d.code,
    about: d.about,
    data: d.data,
    finding: '原来的问题',
    figure: null,
    value: null,
    was: null,
    by: '督查室联络员',
    because: '已核实',
    decided: '2023-03-01',
    until: null,
    revoked: null,
    ...more,
  };
}
