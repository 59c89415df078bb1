import type { Decision, Revocation } from '../../model/decision.ts';
import type { Period } from '../../model/period.ts';
import { parseQuantity, quantityText } from '../../model/quantity.ts';
import type { DecisionEntry, RevocationEntry } from './schema.ts';

/** A decision as its entry says it; what is null is left out. */
export function entryOf(decision: Decision): DecisionEntry {
  const { about, figure, was, value, until } = decision;
  return {
    id: decision.id,
    kind: decision.kind,
    year: decision.year,
    code: decision.code,
    about: present({ target: about.target, column: about.column, period: about.period }),
    finding: decision.finding,
    data: { ...decision.data },
    ...(figure === null
      ? {}
      : {
          figure: {
            target: figure.target,
            clause: figure.clause,
            ...present({ column: figure.column ?? undefined, period: figure.period ?? undefined }),
          },
        }),
    ...present({
      was: was === null ? undefined : quantityText(was),
      value: value === null ? undefined : quantityText(value),
      until: until ?? undefined,
    }),
    by: decision.by,
    because: decision.because,
    decided: decision.decided,
  };
}

export function revocationEntry(id: string, { by, because, revoked }: Revocation): RevocationEntry {
  return { revokes: id, by, because, revoked };
}

/** The decision that an entry says. A file knows no figure that was not let in: it can be put right there. */
export function decisionOf(entry: DecisionEntry): Decision {
  const { about, figure, was, value, until, ...rest } = entry;
  return {
    ...rest,
    about: present(about),
    figure: figure
      ? {
          target: figure.target,
          clause: figure.clause,
          column: figure.column ?? null,
          period: (figure.period ?? null) as Period | null,
          leftOutOf: null,
        }
      : null,
    was: was === undefined ? null : parseQuantity(was),
    value: value === undefined ? null : parseQuantity(value),
    until: until ?? null,
    revoked: null,
  };
}

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
