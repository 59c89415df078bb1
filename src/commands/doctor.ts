import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import type { Examined } from '../health/doctor.ts';
import type { Language } from '../model/language.ts';
import { officeFolder } from '../sources/open-source.ts';
import type { Desk, Registers } from './desk.ts';
import { padded } from './text-table.ts';

export const registerDoctor: Registers = (program, desk) => {
  program
    .command('doctor')
    .description(
      '检查设置、数据库、时钟、字体、磁盘、邮件等是否正常 (look over settings, database, fonts, disk, mail …)',
    )
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((flags: { from: string }) => run(flags.from, desk));
};

async function run(from: string, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { examineOffice } = await import('../health/doctor.ts');
  const { databaseUrl, mailPasswords: passwords } = desk;
  const examined = await examineOffice({ from, databaseUrl, passwords, now: desk.now() });
  const count = (health: string) =>
    examined.flatMap(({ findings }) => findings).filter((one) => one.health === health).length;
  if (json)
    print(
      JSON.stringify({ ok: count('wrong') === 0, exams: examined.map((one) => examinedJson(one, language)) }, null, 2),
    );
  else {
    for (const line of examined.flatMap((one) => linesOf(one, language))) print(line);
    print(say(language, 'doctorTally', { wrong: String(count('wrong')), notes: String(count('note')) }));
  }
  if (count('wrong') > 0) desk.end(1);
}

/** `有误  邮件    …` and, below it, what to do. */
function linesOf({ exam, findings }: Examined, language: Language): string[] {
  return findings.flatMap(({ health, what, remedy }) => {
    const head = `${padded(say(language, 'health', { health }), 5)} ${padded(exam.title[language], 10)}`;
    const line = `${head} ${what[language]}`;
    return remedy === null ? [line] : [line, `${' '.repeat(17)}→ ${remedy[language]}`];
  });
}

function examinedJson({ exam, findings }: Examined, language: Language): unknown {
  const told = findings.map(({ health, what, remedy }) => ({
    health,
    what: what[language],
    remedy: remedy?.[language] ?? null,
  }));
  return { exam: exam.name, findings: told };
}
