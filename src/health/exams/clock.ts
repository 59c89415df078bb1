import { chinaTime } from '../../model/china-time.ts';
import { clockWatcher } from '../../running/clock-watch.ts';
import { resumeCommand } from '../../running/reasons.ts';
import { type Exam, fine, wrong } from './exam.ts';

/** Machines that share a database may differ by so much (milliseconds). */
const tolerance = 2 * 60_000;

/** The clock: it must not stand before what was recorded, nor have been set ahead while the service ran. The machine's time zone does not matter. */
export const clock: Exam = {
  name: 'clock',
  title: { 'zh-CN': '时钟', en: 'clock' },
  async examine({ now, store }) {
    const held = (await store?.ledger.runs.pauses())?.find(({ by }) => by === clockWatcher);
    if (held !== undefined)
      return [
        wrong(
          { 'zh-CN': `自动办理已暂停：${held.because}`, en: `the schedule is paused: ${held.because}` },
          {
            'zh-CN': `时钟正确以后，请运行 ${resumeCommand(held.step)}`,
            en: `once it is right, run ${resumeCommand(held.step)}`,
          },
        ),
      ];
    const from = new Date(Date.parse(now) + tolerance).toISOString();
    // In the order of writing, which is not that of the clocks.
    const later = (await store?.ledger.audit.list({ from })) ?? [];
    const last = later
      .map(({ at }) => at)
      .sort()
      .at(-1);
    if (last === undefined) return [fine(`北京时间 ${chinaTime(now)}`, `${chinaTime(now)} in China`)];
    return [
      wrong(
        {
          'zh-CN': `现在是 ${chinaTime(now)}，而数据库中已有 ${chinaTime(last)} 的记录`,
          en: `it is ${chinaTime(now)}, and the database has a record of ${chinaTime(last)}`,
        },
        {
          'zh-CN': '请校准电脑的时钟；是用 --now 试用过的，不要用于正式工作',
          en: 'set the clock of the machine; an office that was tried with --now is not for real work',
        },
      ),
    ];
  },
};
