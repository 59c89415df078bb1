import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadResources, ownTemplates } from '../../src/house-style/house-style.ts';
import { planDocument } from '../../src/jobs/export-plan.ts';
import { readPlanFile } from '../../src/month/pipeline.ts';
import { partOfPlan } from '../../src/plan/part-of-plan.ts';
import { loadWriter } from '../../src/writers/index.ts';
import { type Said, typed } from '../support/command.ts';
import { planFile } from '../support/plan-2023.ts';

/** `year` runs the README's year from the first month to the last; left out, January alone, for a small part of the plan. */
const whole = process.env['JIANBAO_WALK'] === 'year';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const work = mkdtempSync(join(tmpdir(), 'jianbao-walk-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The shell blocks of a section, each the lines that somebody would type. */
function blocksOf(heading: string): string[][] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  return [...section.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text.trimEnd().split('\n'));
}

/** The words after `npm run jianbao --`, as a shell makes them: quotes, comments, `$variables`. */
function wordsOf(line: string, variables: Readonly<Record<string, string>>): string[] {
  const command = /^npm run jianbao -- (.*)$/.exec(line)?.[1];
  if (command === undefined) throw new Error(`no command: ${line}`);
  const words = [...command.matchAll(/"([^"]*)"|(#.*$)|(\S+)/g)].flatMap(([, quoted, comment, bare]) =>
    comment === undefined ? [quoted ?? bare ?? ''] : [],
  );
  return words.map((word) => word.replace(/\$(\w+)/g, (_, name: string) => variables[name] ?? ''));
}

async function type(line: string, variables: Readonly<Record<string, string>> = {}): Promise<Said> {
  return typed(wordsOf(line, variables), work);
}

const [january = [], others = [], decision = []] = blocksOf('A year in an hour');
const pairs = Array.from({ length: 11 }, (_, index) => {
  const of = (n: number) => new Date(Date.UTC(2023, n, 1)).toISOString().slice(0, 7);
  return { month: of(index + 1), next: of(index + 2) };
});

/** Narrows the sample to two tasks of 市本级, so that a month is drawn in seconds: a later version of the plan, and the returns on it. */
async function narrow(): Promise<void> {
  const ids = ['10.1', '10.2'];
  const { plan } = readPlanFile(planFile, null);
  if (plan === null) throw new Error('the sample plan cannot be read');
  const part = partOfPlan(plan, ({ id }) => ids.includes(id));
  const csv = await (await loadWriter('csv')).write(planDocument(part), await loadResources(ownTemplates));
  writeFileSync(join(work, '附件2.csv'), csv);
  const stored = await typed(['plan', 'import', '附件2.csv', '--year', '2023', '--now', '2023-01-20 09:00'], work);
  expect(stored.said).toContain('2023/2');
  const path = join(work, 'data/样例月报/2023-01.csv');
  const [head, ...rows] = readFileSync(path, 'utf8').split('\n');
  const kept = rows.filter((row) => ids.includes(row.split(',')[4] ?? ''));
  writeFileSync(path, `${[head, ...kept].join('\n')}\n`);
}

/** Everybody's mails, by file name. */
const letters = () => readdirSync(join(work, 'data/发件箱')).sort();
const logged = () => {
  const folder = join(work, 'data/日志');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
};

/** The month's files are whole, and nobody has to do anything. */
async function wellDelivered(month: string, now: string): Promise<void> {
  const verified = await typed(['verify', `data/output/${month}`], work);
  expect([month, verified.status, verified.said]).toEqual([month, 0, expect.any(String)]);
  const { ok, items } = JSON.parse((await typed(['status', '--json', '--now', now], work)).stdout);
  expect([month, ok, items.filter(({ urgency }: { urgency: string }) => urgency !== 'wait')]).toEqual([
    month,
    true,
    [],
  ]);
  const packets = JSON.parse((await typed(['outbox', 'list', '--month', month, '--json'], work)).stdout).mails.filter(
    ({ kind }: { kind: string }) => kind === 'packet',
  );
  const readers = packets.map(({ audience }: { audience: string }) => audience);
  expect(new Set(readers).size).toBe(readers.length);
  expect(readers).toEqual(expect.arrayContaining(whole ? ['全市', '上城区', '市教育局'] : ['全市', '市城投集团']));
  expect(packets.every(({ state }: { state: string }) => state === 'sent')).toBe(true);
}

describe('a year in an hour, as the README has it', () => {
  it('takes January from the forms to the last mail', async () => {
    expect(january.length).toBeGreaterThan(8);
    const told = new Map<string, string>();
    for (const line of january) {
      const { status, stdout, stderr } = await type(line);
      // The README says which command ends with 1: the month waits for its signature.
      expect([line, status, stderr]).toEqual([line, /exit code 1/.test(line) ? 1 : 0, expect.any(String)]);
      if (/-- init\b/.test(line) && !whole) await narrow();
      told.set(line, stdout);
    }
    const of = (words: string) => [...told].find(([line]) => line.includes(words))?.[1] ?? '';
    expect(of('status --now "2023-02-01')).toContain('未报送');
    expect(of('status --now "2023-02-08')).toContain('jianbao sign --month 2023-01 --by');
    expect(of('outbox list')).toContain('全市');
    await wellDelivered('2023-01', '2023-02-08 10:00');
    // Whoever looks again finds nothing to do.
    const before = letters();
    expect((await type('npm run jianbao -- serve --once --now "2023-02-08 10:00"')).status).toBe(0);
    expect(letters()).toEqual(before);
  });

  it.runIf(whole)(
    'takes the other months the same way (JIANBAO_WALK=year)',
    async () => {
      const [setting = '', ...lines] = others;
      expect(setting).toBe('month=2023-02 next=2023-03');
      expect(decision).toHaveLength(1);
      for (const { month, next } of pairs) {
        for (const line of lines) {
          const { status, said } = await type(line, { month, next });
          const slip = month === '2023-08' && line.includes('progress import');
          expect([month, line, status, said]).toEqual([month, line, slip ? 1 : 0, expect.any(String)]);
          if (!slip) continue;
          expect(said).toContain('临平区');
          expect((await type(`${line} --accept-partial`, { month, next })).status).toBe(0);
          expect((await type(`${decision[0]} --on ${next}-02`, {})).status).toBe(0);
        }
        await wellDelivered(month, `${next}-17 10:00`);
      }
      const ids = letters().map((name) => {
        const [, id] = /^Message-ID: (<.+>)/im.exec(readFileSync(join(work, 'data/发件箱', name), 'utf8')) ?? [];
        return id;
      });
      expect(ids).not.toContain(undefined);
      expect(new Set(ids).size).toBe(ids.length);
    },
    3_600_000,
  );

  it('leaves a log that names nobody', () => {
    const text = logged();
    expect(text).toContain('"month":"2023-01"');
    for (const name of ['@', '督查室负责人', 'danwei-', 'lianluoyuan']) expect(text).not.toContain(name);
  });
});
