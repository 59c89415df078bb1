import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../src/decisions/settle.ts';
import { statesOf } from '../../src/decisions/states.ts';
import { subjectOf } from '../../src/decisions/subject.ts';
import type { Decision } from '../../src/model/decision.ts';
import { type Diagnostic, defineProblem } from '../../src/model/diagnostic.ts';
import { decisionOn } from '../support/decisions.ts';

const words = {
  'zh-CN': (d: { n: string }) => ({ message: `数为${d.n}`, hint: '请核对。' }),
  en: (d: { n: string }) => ({ message: `it is ${d.n}`, hint: 'Check it.' }),
};
const problems = {
  slip: defineProblem<{ n: string }>('slip', 'error', words),
  odd: defineProblem<{ n: string }>('odd', 'warning', words),
  fatal: defineProblem<{ n: string }>('fatal', 'error', words, { binding: true }),
};
const slip = problems.slip({ n: '1' }, null, { target: '6.3', column: '上城区' });
const settled = (d: Diagnostic, decision: Decision, asOf: string | null = '2023-07-05') =>
  settle([d], [decision], asOf);

describe('a decision', () => {
  it('lets an accepted error pass as a warning that stays visible', () => {
    const decision = decisionOn(slip);
    expect(settled(slip, decision)).toEqual([{ ...slip, severity: 'warning', decision }]);
  });

  it('leaves the severity of what stops nothing', () => {
    const odd = problems.odd({ n: '1' }, null);
    expect(settled(odd, decisionOn(odd))).toEqual([{ ...odd, decision: decisionOn(odd) }]);
  });

  it('that postpones holds up to its date, that day included, and says afterwards that it is past', () => {
    const decision = decisionOn(slip, { kind: 'postpone', until: '2023-09-30', because: '待督查室会商。' });
    expect(settled(slip, decision, '2023-09-30')).toEqual([{ ...slip, severity: 'warning', decision }]);
    expect(settled(slip, decision, null)[0]?.severity).toBe('warning');
    const [late] = settled(slip, decision, '2023-10-01');
    expect(late).toMatchObject({ severity: 'error', message: slip.message, overdue: decision });
    expect(late?.decision).toBeUndefined();
    expect(late?.hint['zh-CN']).toBe(
      '处理意见2023-1（督查室联络员）定于2023年9月30日前核实处理，期限已过：待督查室会商。请核对。',
    );
  });

  it.each(['accept', 'postpone'] as const)('to %s does not wave through what is binding', (kind) => {
    const fatal = problems.fatal({ n: '1' }, null);
    const [still] = settled(fatal, decisionOn(fatal, { kind, until: kind === 'postpone' ? '2024-01-01' : null }));
    expect(still).toMatchObject({ severity: 'error', binding: true });
    expect(still?.decision).toBeUndefined();
    expect(still?.hint['zh-CN']).toMatch(
      /^该数无法判断，处理意见2023-1（督查室联络员）不能放行，须更正或退回重报。请核对。$/,
    );
  });

  it('dies when the figures become others, and is reported with what they were', () => {
    const now = problems.slip({ n: '2' }, null, slip.about);
    const [first, dead, ...more] = settled(now, decisionOn(slip, { finding: '数为1' }));
    expect([first, more]).toEqual([now, []]);
    expect(dead).toMatchObject({ code: 'decision-dead', severity: 'warning', about: slip.about });
    expect(dead?.message['zh-CN']).toBe('处理意见已失效（督查室联络员，2023年3月1日）：原针对“数为1”，现为“数为2”');
    expect(dead?.hint['zh-CN']).toBe('请重新处理。');
  });

  it('that was made anew silences the dead one', () => {
    const now = problems.slip({ n: '2' }, null, slip.about);
    const anew = decisionOn(now, { id: '2023-2' });
    expect(settle([now], [decisionOn(slip), anew], null)).toEqual([{ ...now, severity: 'warning', decision: anew }]);
  });

  it('on one of two figures of a subject leaves the other alone', () => {
    const other = problems.slip({ n: '2' }, null, slip.about);
    expect(settle([slip, other], [decisionOn(slip)], null).map((d) => d.decision?.id ?? d.code)).toEqual([
      '2023-1',
      'slip',
    ]);
  });

  it('gives way to a later one, and a revoked one leaves the question open', () => {
    const later = decisionOn(slip, { id: '2023-2', because: '会商同意' });
    expect(settle([slip], [decisionOn(slip), later], null)[0]?.decision).toBe(later);
    const revoked = { ...later, revoked: { by: '督查室负责人', because: '有误', revoked: '2023-04-01' } };
    expect(settle([slip], [decisionOn(slip), revoked], null)).toEqual([slip]);
  });
});

/** Few, so that decisions often meet what they are on, or the same with other data. */
const about = fc.constantFrom({ target: '6.3' }, { target: '6.3', column: '上城区', period: '2023-06' });
const anyDiagnostic = fc
  .tuple(fc.constantFrom(...Object.values(problems)), fc.constantFrom('1', '2'), about)
  .map(([problem, n, what]) => problem({ n }, null, what));
const anyDecision = fc
  .tuple(
    anyDiagnostic,
    fc.constantFrom('accept', 'postpone', 'correct'),
    fc.constantFrom(false, false, true),
    fc.nat(1e6),
  )
  .map(([d, kind, revoked, n]) =>
    decisionOn(d, {
      id: `2023-${n}`,
      kind: kind as Decision['kind'],
      until: kind === 'postpone' ? '2023-07-01' : null,
      revoked: revoked ? { by: '督查室负责人', because: '有误', revoked: '2023-04-01' } : null,
    }),
  );
const month = fc.array(anyDiagnostic, { maxLength: 8 });
const book = fc.uniqueArray(anyDecision, { maxLength: 8, selector: ({ id }) => id });
const asOf = fc.constantFrom('2023-06-05', '2023-07-05', null);

describe('decisions', () => {
  it('that answer nothing change nothing', () => {
    fc.assert(
      fc.property(month, book, asOf, (diagnostics, decisions, day) => {
        const subjects = new Set(diagnostics.map(subjectOf));
        const foreign = decisions.filter((decision) => !subjects.has(subjectOf(decision)));
        expect(settle(diagnostics, foreign, day)).toEqual(diagnostics);
      }),
    );
  });

  it('never lose, reorder or worsen a diagnostic, and never let a binding one pass', () => {
    fc.assert(
      fc.property(month, book, asOf, (diagnostics, decisions, day) => {
        const all = settle(diagnostics, decisions, day);
        expect(all.slice(0, diagnostics.length).map(({ code, data, message }) => [code, data, message])).toEqual(
          diagnostics.map(({ code, data, message }) => [code, data, message]),
        );
        for (const [index, d] of diagnostics.entries()) {
          const after = all[index];
          if (after?.decision === undefined || d.binding) expect(after?.severity).toBe(d.severity);
          else expect(after.severity).toBe('warning');
        }
        expect(all.slice(diagnostics.length).every(({ code }) => code === 'decision-dead')).toBe(true);
      }),
    );
  });

  it('count in any order, but of those on one subject the last', () => {
    const shuffled = book.chain((decisions) =>
      fc.tuple(
        fc.constant(decisions),
        fc.shuffledSubarray(decisions, { minLength: decisions.length, maxLength: decisions.length }),
      ),
    );
    fc.assert(
      fc.property(month, shuffled, asOf, (diagnostics, [decisions, shuffle], day) => {
        // The same decisions in another order that keeps each subject's own.
        const queues = Map.groupBy(decisions, subjectOf);
        const mixed = shuffle.map((one) => queues.get(subjectOf(one))?.shift() as Decision);
        expect(settle(diagnostics, mixed, day)).toEqual(settle(diagnostics, decisions, day));
      }),
    );
  });

  it('have a state that agrees with what they do', () => {
    fc.assert(
      fc.property(month, book, asOf, (diagnostics, decisions, day) => {
        const states = statesOf(decisions, diagnostics, [], day);
        const all = settle(diagnostics, decisions, day);
        const used = new Set(all.flatMap(({ decision }) => decision?.id ?? []));
        for (const { id } of decisions) expect(states.get(id) === 'in-force').toBe(used.has(id));
        for (const d of all.filter(({ code }) => code === 'decision-dead'))
          expect(['dead', 'replaced']).toContain(states.get(d.data['decision'] ?? ''));
      }),
    );
  });
});
