import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Period } from '../../src/model/period.ts';
import type { Plan } from '../../src/model/plan.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { judgeMonth } from '../../src/month/pipeline.ts';
import { storeSource } from '../../src/sources/store-source.ts';
import { openStore } from '../../src/store/open-store.ts';
import { entryOf, fileOf, now, returnOf, returnsIn } from '../store/support/samples.ts';
import { planOf } from '../support/forms.ts';
import { theme } from '../support/theme.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-versions-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const head = '2023年任务分解表\n序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县';
const first = planOf(`${head}\n1\t建桥10座\t10座\t甲局\t5座\t5座\n2\t建亭4座\t4座\t乙局\t4座\t`);
// 建亭 is given up, 建塔 begun in its place, 建桥 renumbered, and 甲区 has more of it to do.
const second = planOf(`${head}\n1\t建塔3座\t3座\t乙局\t\t3座\n2\t建桥25座\t25座\t甲局\t20座\t5座`);

async function assessed(period: Period, settings: object = {}) {
  const url = join(work, `${period}-${Object.keys(settings).length}`, 'jianbao.db');
  const store = await openStore(url, { now });
  const save = (plan: Plan, effective: Period) =>
    store.savePlan({ plan, file: fileOf(`${effective}.txt`), effective, documentNumber: null }, now);
  await save(first, '2023-01');
  await save(second, '2023-04');
  const month = (of: Period, a: [string, string][], b: [string, string][]) =>
    returnsIn(
      `${of}.csv`,
      ...Object.entries({ 甲区: a, 乙县: b }).map(([name, figures]) =>
        returnOf(name, null, {
          period: of,
          cutoff: `${of}-28`,
          entries: figures.map(([id, value]) => entryOf(id, value)),
        }),
      ),
    );
  await store.saveReturns(
    [
      month(
        '2023-02',
        [
          ['1.1', '2'],
          ['2.1', '1'],
        ],
        [['1.1', '1']],
      ),
    ],
    now,
  );
  await store.saveReturns(
    [
      month(
        '2023-03',
        [
          ['1.1', '3'],
          ['2.1', '2'],
        ],
        [['1.1', '1']],
      ),
    ],
    now,
  );
  await store.saveReturns(
    [
      month(
        '2023-04',
        [['2.1', '4']],
        [
          ['1.1', '0'],
          ['2.1', '1'],
        ],
      ),
    ],
    now,
  );
  await store.close();
  const { readings } = await storeSource({ url, folder: work, now }).load(period);
  const asked = { period, settings: settingsSchema.parse(settings), marks: theme.marks, issued: null };
  const { month: judged, diagnostics } = judgeMonth(readings, asked);
  if (judged === null) throw new Error(diagnostics.map(({ message }) => message['zh-CN']).join('\n'));
  return judged.assessment;
}

const scoresOf = ({ course }: Awaited<ReturnType<typeof assessed>>) =>
  course.map(({ period, scores }) => [period, scores.get('甲区')?.toFraction(), scores.get('乙县')?.toFraction()]);

describe('after a change of the plan in mid-year', () => {
  it('earlier months stay as they were judged then, by all that was asked then', async () => {
    const before = await assessed('2023-03');
    const after = await assessed('2023-04');
    expect(scoresOf(before)).toEqual([
      ['2023-02', '13/40', '1/5'],
      ['2023-03', '11/20', '1/5'],
    ]);
    expect(scoresOf(after)).toEqual([...scoresOf(before), ['2023-04', '1/5', '1/10']]);
    expect(
      after.columns.map(({ column, change, rankBefore, rank }) => [
        column.name,
        change?.toFraction(),
        rankBefore,
        rank,
      ]),
    ).toEqual([
      ['甲区', '-7/20', 1, 1],
      ['乙县', '-1/10', 2, 2],
    ]);
  });

  it('a task is compared with what it was under its number and with its figure of then', async () => {
    const { tasks } = await assessed('2023-04');
    expect(
      tasks.map(({ target, column, change, monthsStill, forecast }) => [
        target.clause,
        column,
        change?.toFraction() ?? null,
        monthsStill,
        forecast,
      ]),
    ).toEqual([
      ['建塔3座', '乙县', null, 4, 'never'],
      // 4 of 20 after 3 of 5; 16 left at 4/4 a month since January begins at 0.
      ['建桥25座', '甲区', '-2/5', 0, '2024-08'],
      ['建桥25座', '乙县', '0', 2, '2024-08'],
    ]);
  });

  it('rules by target id speak of the plan in force now, in earlier months too', async () => {
    const settings = { pace: { targets: { '2.1': { deadlineMonth: 4 } } } };
    const { course } = await assessed('2023-04', settings);
    // In March 建桥 was 1.1 and 建亭, which has no rule now, 2.1.
    expect(course.map(({ paces }) => [paces.get('甲区')?.toFraction(), paces.get('乙县')?.toFraction()])).toEqual([
      ['1/3', '1/2'],
      ['1/2', '3/4'],
      ['1', '2/3'],
    ]);
  });
});
