import { chinaTime } from '../../model/china-time.ts';
import { isForSignature, isForStep, isStopped, skipCommand, takenOut } from '../../running/reasons.ts';
import type { PlannedStep } from '../../schedule/month-steps.ts';
import { stepNames } from '../../schedule/step-names.ts';
import type { Edition, EditionState } from '../../store/ledger/editions.ts';
import type { Run } from '../../store/ledger/runs.ts';
import type { MonthFacts } from './facts.ts';
import { few, fewOf, type Item, item } from './item.ts';

/**
 * What is the matter with a month. Of steps that wait for each other only the first is told: the others go on by themselves once that
 * is done.
 */
export function monthItems(month: MonthFacts, now: string): Item[] {
  const gone = new Set(month.takenOut.map(({ id }) => id));
  const runs = month.runs.filter(({ id }) => !gone.has(id));
  const failed = runs.filter(({ state }) => state === 'failed').map((run) => failure(run, month));
  const waits = runs.filter(({ state }) => state === 'waiting').sort((a, b) => rank(a, month) - rank(b, month));
  const [first, ...others] = waits;
  const waiting = first === undefined ? [] : [wait(first, others, month, now)];
  const broken = runs.filter(
    ({ state, leaseUntil }) => state === 'running' && leaseUntil !== null && leaseUntil <= now,
  );
  const corrections = unsignedCorrections(month, waits);
  const left = broken.map((run) => leftBehind(run));
  return [...failed, ...month.takenOut.map(noStep), ...waiting, ...corrections, ...left, ...silence(month)];
}

/** Whoever took it out of the settings did not say what becomes of the one that was begun. */
function noStep(run: Run): Item {
  const { 'zh-CN': zh, en } = takenOut(run);
  const { period } = run;
  return item('act', 'step-taken-out', period, { zh: `${period} ${zh}`, en: `${period} ${en}` }, [skipCommand(run)]);
}

function failure({ period, step, reason, planned, produced }: Run, month: MonthFacts): Item {
  const name = nameOf(step, month);
  const part =
    planned === null || planned === 0
      ? { zh: '', en: '' }
      : { zh: `（应办 ${planned} 项，办成 ${produced} 项）`, en: ` (${produced} of ${planned} done)` };
  return item(
    'act',
    'step-failed',
    period,
    {
      zh: `${period} ${name.zh}失败${part.zh}：${reason?.['zh-CN'] ?? '原因不明'}`,
      en: `${period} ${name.en} failed${part.en}: ${reason?.en ?? 'no reason known'}`,
    },
    [`jianbao schedule run ${step} --month ${period} --by 姓名`],
  );
}

function wait(run: Run, others: readonly Run[], month: MonthFacts, now: string): Item {
  const { period, step, reason } = run;
  const name = nameOf(step, month);
  const behind =
    others.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `（${few(others.map((one) => one.step))} 随后办理）`,
          en: ` (then ${fewOf(others.map((one) => one.step))})`,
        };
  const edition = editionOf(run, month);
  if (edition?.state === 'checked') {
    // Such as a signer whose address is held back.
    const short = (run.planned ?? 0) > run.produced && reason !== null;
    const why = short
      ? { zh: `，送审没有办全：${reason['zh-CN']}`, en: `, and was not sent to all: ${reason.en}` }
      : { zh: '', en: '' };
    return unsigned(edition, { zh: `${behind.zh}${why.zh}`, en: `${behind.en}${why.en}` });
  }
  // The step was not looked at since: to tell why it waited would ask for a second signature.
  if (edition !== null && signedStates.has(edition.state) && isForSignature(reason))
    return item('wait', 'step-waits', period, {
      zh: `${period} ${editionName(edition).zh}已审签，${name.zh}由服务接着办${behind.zh}`,
      en: `${period} ${editionName(edition).en} is signed; the service goes on with: ${name.en}${behind.en}`,
    });
  const itself = goesOnByItself(run, month, now);
  // Closing a month without all returns is a decision, which has a reason.
  const decides = doesOf(step, month.steps) === 'close' ? ' --because 理由' : '';
  return item(
    itself ? 'wait' : 'act',
    'step-waits',
    period,
    {
      zh: `${period} ${name.zh}：${reason?.['zh-CN'] ?? '等待'}${behind.zh}`,
      en: `${period} ${name.en}: ${reason?.en ?? 'waits'}${behind.en}`,
    },
    itself ? [] : [`jianbao schedule run ${step} --month ${period} --by 姓名${decides}`],
  );
}

const signedStates: ReadonlySet<EditionState> = new Set(['signed', 'published', 'delivered']);

function unsigned(edition: Edition, behind = { zh: '', en: '' }): Item {
  const { period } = edition;
  return item(
    'act',
    'unsigned',
    period,
    {
      zh: `${period} ${editionName(edition).zh}等待审签${behind.zh}`,
      en: `${period} ${editionName(edition).en} waits for its signature${behind.en}`,
    },
    [`jianbao sign --month ${period} --by 审签人`],
  );
}

/** No step of the schedule makes a correction, so none waits for its signature. */
function unsignedCorrections(month: MonthFacts, waits: readonly Run[]): Item[] {
  const told = new Set(waits.map((run) => editionOf(run, month)?.number));
  return month.editions
    .filter(({ number, state }) => number > 0 && state === 'checked' && !told.has(number))
    .map((edition) => unsigned(edition));
}

/** The edition whose signature a step waits for; `deliver-1` is about 更正版1. */
function editionOf({ step }: Run, { editions, steps }: MonthFacts): Edition | null {
  const does = doesOf(step, steps);
  if (does !== 'ask' && does !== 'deliver') return null;
  const number = steps.some(({ name }) => name === step) ? 0 : Number(/\d+$/.exec(step)?.[0] ?? 0);
  return editions.find((one) => one.number === number) ?? null;
}

/**
 * Returns may still come as long as the month waits for them; what a stop of the service broke off, its next start takes up, and what
 * waited for a step that is done by now, its next look.
 */
function goesOnByItself({ step: named, reason }: Run, { steps, runs }: MonthFacts, now: string): boolean {
  const over = runs.filter(({ state }) => state === 'done' || state === 'skipped' || state === 'running');
  if (isStopped(reason) || over.some(({ step }) => isForStep(reason, step))) return true;
  const step = steps.find(({ name }) => name === named);
  return step?.does === 'close' && step.until !== null && step.until > now;
}

function leftBehind({ period, step, startedAt }: Run): Item {
  return item('wait', 'step-left', period, {
    zh: `${period} ${step} 在 ${chinaTime(startedAt)} 开始后中断，服务会接着办`,
    en: `${period} ${step} was begun at ${chinaTime(startedAt)} and broken off; the service carries it on`,
  });
}

function silence({ period, silent, steps }: MonthFacts): Item[] {
  if (silent === null || silent.length === 0) return [];
  const close = steps.find(({ does }) => does === 'close');
  const last = close?.until ?? close?.due;
  const until =
    last === undefined
      ? { zh: '', en: '' }
      : { zh: `，等到 ${chinaTime(last)}`, en: `, waited for until ${chinaTime(last)}` };
  return [
    item('wait', 'not-reported', period, {
      zh: `${period} 未报送 ${silent.length} 个${until.zh}：${few(silent)}`,
      en: `${period} ${silent.length} did not report${until.en}: ${fewOf(silent)}`,
    }),
  ];
}

/** `2023-06 印发、发送` */
export function nameOf(step: string, { steps }: Pick<MonthFacts, 'steps'>): { zh: string; en: string } {
  const does = doesOf(step, steps);
  if (does === undefined) return { zh: step, en: step };
  return { zh: stepNames[does]['zh-CN'], en: stepNames[does].en };
}

/** `deliver-1` is the delivery of 更正版1. */
function doesOf(step: string, steps: readonly PlannedStep[]) {
  return (steps.find(({ name }) => name === step) ?? steps.find(({ name }) => step.startsWith(`${name}-`)))?.does;
}

function rank({ step }: Run, { steps }: MonthFacts): number {
  const at = steps.findIndex(({ name }) => name === step);
  return at < 0 ? steps.length : at;
}

export function editionName({ number }: Pick<Edition, 'number'>): { zh: string; en: string } {
  return number === 0 ? { zh: '简报', en: 'edition' } : { zh: `更正版${number}`, en: `correction ${number}` };
}
