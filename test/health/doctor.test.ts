import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineOffice } from '../../src/health/doctor.ts';
import { exams } from '../../src/health/exams/index.ts';
import { initOffice } from '../../src/starting/init.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startMailServer } from '../mail/support/mail-server.ts';
import { typed } from '../support/command.ts';
import { planFile } from '../support/plan-2023.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-doctor-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const now = '2023-06-20T01:00:00.000Z';
const templates = fileURLToPath(new URL('../../templates', import.meta.url));
let count = 0;

beforeAll(() => initOffice({ folder: join(work, 'sample'), source: { kind: 'sample' }, databaseUrl: null, now }));

/** A copy of the sample office in which something was changed. */
async function office(change: (folder: string) => unknown): Promise<string> {
  const folder = join(work, `office-${++count}`);
  cpSync(join(work, 'sample'), folder, { recursive: true });
  await change(folder);
  return folder;
}

/** Replaces words of its settings. */
const settings =
  (...changes: readonly (readonly [string, string])[]) =>
  (folder: string) => {
    const path = join(folder, 'jianbao.yaml');
    const text = changes.reduce(
      (before, [from, to]) => {
        expect(before).toContain(from);
        return before.replace(from, to);
      },
      readFileSync(path, 'utf8'),
    );
    writeFileSync(path, text);
  };

const ownTemplates = (change: (folder: string) => void) => (folder: string) => {
  cpSync(templates, join(folder, 'templates'), { recursive: true });
  settings(['#templates: templates', 'templates: templates'])(folder);
  change(join(folder, 'templates'));
};

/** What is not fine, one line a finding. Fonts and templates take their time and are looked at where they are asked for. */
async function troubles(from: string, at = now, slow = false): Promise<string[]> {
  const which = exams.filter(({ name }) => slow || !['fonts', 'templates'].includes(name));
  const options = { from, databaseUrl: null, passwords: { smtp: null, imap: null }, now: at };
  const examined = await examineOffice(options, which);
  return examined.flatMap(({ exam, findings }) =>
    findings
      .filter(({ health }) => health !== 'fine')
      .map(({ health, what, remedy }) => `${health} ${exam.name}: ${what['zh-CN']} → ${remedy?.['zh-CN'] ?? ''}`),
  );
}

const smtp = (port: number) =>
  `transport: smtp\n  smtp: { host: 127.0.0.1, port: ${port}, security: none, timeout: 5 }`;
/** Real addresses in place of the made-up ones. */
const real = (folder: string) => {
  const path = join(folder, 'jianbao.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('city.example', 'city.gov.cn'));
};
const found = (...patterns: RegExp[]) => patterns.map((pattern) => expect.stringMatching(pattern));

describe('jianbao doctor', () => {
  it('finds nothing in a new office, and has looked at everything', async () => {
    const { status, stdout } = await typed(['--now', '2023-06-20 09:00', 'doctor', '--from', 'sample', '--json'], work);
    const told = JSON.parse(stdout);
    const states = told.exams.flatMap((one: { findings: { health: string }[] }) =>
      one.findings.map(({ health }) => health),
    );
    expect([status, told.ok, new Set(states)]).toEqual([0, true, new Set(['fine'])]);
    // It has no password files.
    const looked = told.exams.map(({ exam }: { exam: string }) => exam);
    expect(looked).toEqual(exams.map(({ name }) => name).filter((name) => name !== 'passwords'));
  });

  it.each<[string, (folder: string) => unknown, unknown[]]>([
    [
      'settings that cannot be read',
      settings(['signoff: person', 'signoff: nobody']),
      found(/^wrong configuration.*signoff.*person/),
    ],
    [
      'steps in an order that never holds',
      settings(['deliver: { when: 报送期限顺延后3个工作日 09:00 }', 'deliver: { when: 本月1日 09:00 }']),
      found(/^wrong configuration.*deliver/),
    ],
    ['no settings', (folder) => rmSync(join(folder, 'jianbao.yaml')), found(/^note configuration.*jianbao init/)],
    [
      'a file that is no database',
      (folder) => writeFileSync(join(folder, 'jianbao.db'), 'no database'),
      found(/^wrong database/),
    ],
    [
      'a calendar with a slip',
      (folder) => writeFileSync(join(folder, '工作日.yaml'), '休息日: [2023-02-30]'),
      found(/^wrong configuration.*2023-02-30/, /^wrong calendar.*2023-02-30/),
    ],
    [
      'a file where the briefings go',
      (folder) => {
        rmSync(join(folder, 'output'), { recursive: true });
        writeFileSync(join(folder, 'output'), '');
      },
      found(/^wrong disk.*output/),
    ],
    [
      'a mail server that is not there, and addresses that are made up',
      settings(['transport: folder', smtp(9)]),
      found(/^wrong mail.*127\.0\.0\.1/, /^wrong recipients: 33 处仍是样例地址/),
    ],
    [
      'addresses outside of the allowed domains, readers without one and unknown ones, and nobody to tell',
      settings(
        ['[danwei-02@city.example]', '[someone@elsewhere.example]'],
        ['拱墅区: { to: [danwei-03@city.example]', '拱野区: { to: [danwei-03@city.example]'],
        ['[ducha@city.example]', '[]'],
        ['[shenqian@city.example]', '[]'],
      ),
      found(
        /^wrong recipients: 1 处地址不在 mail\.domains.*上城区/,
        /^note recipients: 本办没有邮箱地址/,
        /^note recipients: 审签人没有邮箱地址/,
        /^note recipients: 1 个收件人没有邮箱地址.*拱墅区/,
        /^note recipients: 1 个收件人不在任务分解表中.*拱野区/,
      ),
    ],
    [
      'passwords that others can read',
      (folder) => {
        real(folder);
        mkdirSync(join(folder, '密码'));
        writeFileSync(join(folder, '密码/smtp'), 'secret\n', { mode: 0o644 });
        const server = smtp(9).replace(' }', ', user: u, passwordFile: 密码/smtp }');
        settings(['transport: folder', server])(folder);
      },
      found(/^wrong mail/, /^wrong passwords.*密码\/smtp.*chmod 600/),
    ],
    [
      'a line of the audit log that was changed',
      async (folder) => {
        const store = await openStore(join(folder, 'jianbao.db'), { now });
        for (const action of ['edition.signed', 'edition.published'])
          await store.ledger.audit.add({ by: null, action, subject: '2023-05/0', detail: {} }, now);
        await store.close();
        const raw = new DatabaseSync(join(folder, 'jianbao.db'));
        const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").all() as {
          name: string;
        }[];
        for (const { name } of triggers) raw.exec(`drop trigger "${name}"`);
        raw.exec("update audit_line set at = '2023-06-01T00:00:00.000Z' where seq = 1");
        raw.close();
      },
      found(/^wrong database.*第 1 条/),
    ],
    [
      'a clock that stands before what was recorded',
      async (folder) => {
        const store = await openStore(join(folder, 'jianbao.db'), { now });
        const entry = { by: null, action: 'run.done', subject: '2023-05/close', detail: {} };
        await store.ledger.audit.add(entry, '2023-06-20T01:05:00.000Z');
        await store.ledger.audit.add(entry, '2023-06-20T01:01:00.000Z');
        await store.close();
      },
      found(/^wrong clock.*2023-06-20 09:00.*2023-06-20 09:05/),
    ],
  ])('finds %s', async (_, change, expected) => {
    const told = await troubles(await office(change));
    expect(told).toEqual(expected);
    expect(told.join()).not.toMatch(/someone@|danwei-|secret/);
  });

  it('finds a template with a misspelt field, and a font that is gone', async () => {
    const change = ownTemplates((folder) => {
      const path = join(folder, 'district.hbs');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/\{\{(?=[a-z])/, '{{misspelt'));
    });
    expect(await troubles(await office(change), now, true)).toEqual(
      found(/^wrong templates.*district\.hbs.*misspelt/s),
    );
    const gone = ownTemplates((folder) => rmSync(join(folder, 'fonts/NotoSerifSC-Bold.ttf')));
    expect(await troubles(await office(gone), now, true)).toEqual(
      found(/^wrong fonts.*NotoSerifSC-Bold/, /^wrong templates.*NotoSerifSC-Bold/),
    );
  });

  it('finds a character of the plan that no font has', async () => {
    const plan = join(work, '附件2.txt');
    writeFileSync(plan, planFile.bytes.toString('utf8').replaceAll('拱墅区', '拱\u{e000}区'));
    const folder = join(work, 'rare');
    await initOffice({ folder, source: { kind: 'plan', file: plan }, databaseUrl: null, now });
    const told = await troubles(folder, now, true);
    expect(told.filter((one) => one.startsWith('wrong'))).toEqual(
      found(/^wrong fonts: 任务分解表中有 1 个字没有字体：.*U\+E000/),
    );
  });

  it('greets a mail server, and tells that nobody can look doubtful mails up', async () => {
    const server = await startMailServer();
    try {
      const folder = await office((one) => {
        real(one);
        settings(['transport: folder', smtp(server.port)])(one);
      });
      expect(await troubles(folder)).toEqual(found(/^note mail.*可以发信.*mail\.imap/));
      expect(server.taken).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it('asks for next year’s days off when they are out', async () => {
    const folder = await office(() => {});
    const at = async (time: string) => (await troubles(folder, time)).filter((one) => one.includes(' calendar'));
    expect(await at('2026-09-30T01:00:00.000Z')).toEqual([]);
    expect(await at('2026-09-30T16:00:00.000Z')).toEqual(found(/^note calendar: 还没有 2027 年/));
    expect(await at('2099-03-01T01:00:00.000Z')).toEqual(found(/^wrong calendar: 没有 2099 年/));
  });

  it('ends with 1 where something is wrong, and says what to do', async () => {
    const folder = await office(settings(['transport: folder', smtp(9)]));
    const { status, stdout } = await typed(['--now', '2023-06-20 09:00', 'doctor', '--from', folder], work);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/\n有误 {2}邮件 .*\n.*2 处有误，请按提示处理。\n$/s)]);
    const nowhere = await typed(['doctor', '--from', 'nowhere'], work);
    expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining('jianbao init')]);
    // In the wrong folder, every command of the office says where it looked.
    expect(nowhere.stderr).toContain(join(work, 'nowhere'));
    expect((await typed(['status', '--from', 'nowhere'], work)).stderr).toBe(nowhere.stderr);
  });
});
