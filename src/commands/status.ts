import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { type Item, urgencies } from '../health/status/item.ts';
import type { Status } from '../health/status/status.ts';
import { chinaTime } from '../model/china-time.ts';
import type { Language } from '../model/language.ts';
import { openOffice } from '../office/office.ts';
import { stepNames } from '../schedule/step-names.ts';
import { officeFolder } from '../sources/open-source.ts';
import type { Desk, Registers } from './desk.ts';

export const registerStatus: Registers = (program, desk) => {
  program
    .command('status')
    .description('现在的情况：要处理什么、在等什么、接下来办什么 (what is to be done, what waits, what comes next)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((flags: { from: string }) => run(flags.from, desk));
};

async function run(from: string, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const now = desk.now();
  const [{ gatherFacts }, { statusOf }] = await Promise.all([
    import('../health/status/gather-facts.ts'),
    import('../health/status/status.ts'),
  ]);
  const office = await openOffice(from, { databaseUrl: desk.databaseUrl, now });
  try {
    const status = statusOf(await gatherFacts(office, now));
    const place = from === officeFolder ? '' : ` --from ${from}`;
    if (json) print(JSON.stringify(statusJson(status, place, language), null, 2));
    else for (const line of linesOf(status, place, language)) print(line);
    if (status.needsPerson) desk.end(1);
  } finally {
    await office.close();
  }
}

function linesOf({ now, items, editions, next, needsPerson }: Status, place: string, language: Language): string[] {
  const groups = urgencies.flatMap((urgency) => {
    const own = items.filter((one) => one.urgency === urgency);
    if (own.length === 0) return [];
    return [
      say(language, 'statusGroup', { urgency, count: String(own.length) }),
      ...own.flatMap((one) => itemLines(one, place, language)),
    ];
  });
  const states = editions.map(({ period, number, state, at, signedBy }) => {
    const said = { period, number: String(number), state, at: chinaTime(at), signedBy: signedBy ?? '' };
    return `  ${say(language, 'statusEdition', said)}`;
  });
  const coming = next.map(
    ({ period, name, does, due }) => `  ${chinaTime(due)}  ${period} ${name}  ${stepNames[does][language]}`,
  );
  return [
    say(language, 'statusAt', { time: chinaTime(now) }),
    ...(needsPerson ? [] : [say(language, 'nothingToDo')]),
    ...groups,
    ...(states.length === 0 ? [] : [say(language, 'statusEditions'), ...states]),
    ...(coming.length === 0 ? [] : [say(language, 'statusNext'), ...coming]),
  ];
}

function itemLines({ what, commands }: Item, place: string, language: Language): string[] {
  return [`  ${what[language]}`, ...commands.map((command) => `      ${command}${place}`)];
}

function statusJson({ now, items, editions, next, needsPerson }: Status, place: string, language: Language): unknown {
  return {
    ok: !needsPerson,
    now,
    items: items.map(({ what, commands, ...one }) => ({
      ...one,
      what: what[language],
      commands: commands.map((command) => command + place),
    })),
    editions,
    next: next.map(({ period, name, does, due }) => ({ period, step: name, does, due })),
  };
}
