import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/checks/index.ts';
import { type Plan, targetsOf } from '../../src/model/plan.ts';
import { planTable } from '../../src/plan/plan-table.ts';
import { anyDownStyle } from '../support/any-down-style.ts';
import { anyDownPlan, anyPlan } from '../support/any-plan.ts';
import { downTable } from '../support/down-table.ts';
import { seedsFolder } from '../support/plan-2023.ts';
import { runs, timeLimit } from '../support/runs.ts';
import { share } from '../support/share.ts';
import { tableText } from '../support/table-text.ts';
import { planOf } from '../support/tables.ts';

/** The real table with one slip of the hand: what is read of it is right, or somebody is told. */

const text2023 = readFileSync(`${seedsFolder}/附件2-2023.txt`, 'utf8');
const plan2023 = planOf(text2023).plan as Plan;

/** The same table with districts down, each of several targets of a project under words of its own. */
const downText = (() => {
  const projects = plan2023.projects.map((project) => ({
    ...project,
    targets: project.targets.map((target, index, all) => ({
      ...target,
      text: all.length === 1 ? target.text : `${'甲乙丙丁'[index]}项${target.quantity ? target.text : '：应补尽补'}`,
    })),
  }));
  const table = downTable(
    { ...plan2023, projects },
    { total: 'last', numbers: 'prefix', units: 'cell', numbered: false },
  );
  return `${plan2023.title}\n${tableText(table)}`;
})();

const at = <T>(list: readonly T[], where: number): T => list[Math.floor(where * list.length)] as T;

/** What the plan says of each task: target, column, figure. */
function figuresOf(plan: Plan): string[] {
  return plan.projects.flatMap(({ targets }) =>
    targets.flatMap(({ id, quantity, allocations }) =>
      Object.entries(allocations).map(
        ([column, { value, unit }]) =>
          `${id} ${quantity?.value ?? ''}${quantity?.unit ?? ''} ${column} ${value}${unit}`,
      ),
    ),
  );
}

/** Figures of a line of the file in thousandths, by an arithmetic of the test's own; its target first. */
function thousandths(line: string): { target: bigint; sum: bigint } | null {
  const [target, ...figures] = [...line.matchAll(/(?:^|\t)(\d+)(?:\.(\d{1,3}))? ?\p{Script=Han}{1,4}(?=\t|$)/gu)].map(
    ([, whole = '', fraction = '']) => BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0')),
  );
  if (target === undefined || figures.length === 0) return null;
  return { target, sum: figures.reduce((sum, figure) => sum + figure, 0n) };
}

describe('a slip in the 2023 table', () => {
  it(
    'in a digit is told, whatever row it makes wrong',
    () => {
      const lines = text2023.split('\n');
      const places = lines.flatMap((line, row) =>
        [...line.matchAll(/(?<=\t)\d+(?:\.\d+)? ?\p{Script=Han}{1,4}(?=\t|$)/gu)].flatMap((match) =>
          [...match[0].matchAll(/\d/g)].map((digit) => ({ row, column: match.index + digit.index })),
        ),
      );
      expect(places.length).toBeGreaterThan(900);
      fc.assert(
        fc.property(fc.array(fc.tuple(share, fc.nat(9)), { minLength: 1, maxLength: 3 }), (changes) => {
          const changed = [...lines];
          for (const [where, digit] of changes) {
            const { row, column } = at(places, where);
            const line = changed[row] as string;
            changed[row] = line.slice(0, column) + digit + line.slice(column + 1);
          }
          const { plan, diagnostics } = planOf(changed.join('\n'));
          expect(plan === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
          const found = plan ? checkPlan(plan) : [];
          for (const { targets } of plan?.projects ?? [])
            for (const { id, at: place, quantity } of targets) {
              const amounts = quantity && place?.row ? thousandths(changed[place.row - 1] as string) : null;
              if (amounts === null || amounts.target === amounts.sum) continue;
              expect([id, found.some(({ about }) => about.target === id)]).toEqual([id, true]);
            }
        }),
        { numRuns: runs(150) },
      );
    },
    timeLimit,
  );

  it.each([
    ['across', text2023],
    ['down', downText],
  ])(
    'in a tab never moves a figure, with districts %s',
    (_, text) => {
      const original = planOf(text).plan;
      if (original === null) throw new Error('the table could not be read');
      const expected = figuresOf(original);
      expect(expected.length).toBeGreaterThan(350);
      // One row has slipped already, and two slips may look like one.
      const free = text.replace(/^\t5000 户.*$/m, (row) => row.replaceAll('\t', ' '));
      const tabs = [...free.matchAll(/\t/g)].map(({ index }) => index);
      const slip = fc.oneof(
        share.map((where) => (whole: string) => {
          const place = at(tabs, where);
          return whole.slice(0, place) + whole.slice(place + 1);
        }),
        share.map((where) => (whole: string) => {
          const place = at(tabs, where);
          return `${whole.slice(0, place)}\t${whole.slice(place)}`;
        }),
        fc.tuple(share, fc.integer({ min: 2, max: 3 })).map(([where, count]) => (whole: string) => {
          const place = at(tabs, where);
          const gap = /^\t*/.exec(whole.slice(place))?.[0].length ?? 0;
          return whole.slice(0, place) + whole.slice(place + Math.min(gap, count));
        }),
        share.map((where) => (whole: string) => {
          const place = Math.floor(where * whole.length);
          if (whole.slice(0, place).split('\n').at(-1)?.startsWith('\t5000 户')) return whole;
          return `${whole.slice(0, place)}\t${whole.slice(place)}`;
        }),
      );
      fc.assert(
        fc.property(slip, (change) => {
          const { plan, diagnostics } = planOf(change(text));
          expect(plan === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
          if (plan) expect(figuresOf(plan)).toEqual(expected);
        }),
        { numRuns: runs(150) },
      );
    },
    timeLimit,
  );
});

describe('a slip in any table', () => {
  // A line that lost its only tab is text between tables, which a reader cannot know for a row.
  const severalTasks = anyDownPlan.filter((plan) => targetsOf(plan).length > 1);

  it.each([
    ['across', anyPlan.map((plan) => planTable(plan, { name: '附件2', marked: null }))],
    ['down', fc.tuple(severalTasks, anyDownStyle).map(([plan, style]) => downTable(plan, style))],
  ])(
    'in a tab never moves a figure, with districts %s',
    (_, tables) => {
      fc.assert(
        fc.property(tables, share, fc.boolean(), (table, where, lost) => {
          const head = tableText({ ...table, groups: [] }).length;
          const text = tableText(table);
          const tabs = [...text.matchAll(/\t/g)].flatMap(({ index }) => (index > head ? [index] : []));
          const place = at(tabs, where);
          const changed = lost
            ? text.slice(0, place) + text.slice(place + 1)
            : `${text.slice(0, place)}\t${text.slice(place)}`;
          const { plan, diagnostics } = planOf(changed);
          expect(plan === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
          if (plan) expect(figuresOf(plan)).toEqual(figuresOf(planOf(text).plan as Plan));
        }),
        { numRuns: runs(150) },
      );
    },
    timeLimit,
  );
});
