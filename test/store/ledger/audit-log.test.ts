import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import type { AuditLog } from '../../../src/store/ledger/audit-log.ts';
import { guardAuditLog, unguardAuditLog } from '../../../src/store/migrations/008-audit-log.ts';
import { onEachLedger } from '../support/ledgers.ts';
import { mailOf } from '../support/mails.ts';
import { at } from '../support/moments.ts';

const lines = 6;

onEachLedger('the audit log', (ground) => {
  let audit: AuditLog;
  beforeEach(async () => {
    ({ audit } = ground().ledger);
    for (let line = 1; line <= lines; line += 1) {
      const entry = { by: line % 2 ? '督查室负责人' : null, action: 'edition.signed', subject: `2023-0${line}/0` };
      await audit.add({ ...entry, detail: { line: String(line), text: '“\0\ud800”' } }, at(line));
    }
  });
  const run = (statement: string) => ground().database.write((db) => sql.raw(statement).execute(db));

  it('keeps its lines in order, found by subject and time', async () => {
    const all = await audit.list({});
    expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(all[1]).toEqual({
      ...{ seq: 2, at: at(2), by: null, action: 'edition.signed', subject: '2023-02/0' },
      ...{ detail: { line: '2', text: '“\0\ud800”' }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(lines);
    expect(await audit.list({ subject: '2023-02/0' })).toEqual([all[1]]);
    expect(await audit.list({ from: at(2), to: at(3) })).toEqual(all.slice(1, 3));
    expect(await audit.firstChanged()).toBeNull();
  });

  it.each([
    `update audit_line set at = '' where seq = 3`,
    `update audit_line set seq = 99 where seq = 3`,
    'delete from audit_line where seq = 6',
    'delete from audit_line',
  ])('is guarded by the database: %s', async (statement) => {
    const before = await audit.list({});
    await expect(run(statement)).rejects.toThrow(/audit lines are never changed/);
    expect(await audit.list({})).toEqual(before);
  });

  it('cannot be emptied at one go either', async () => {
    const { kind } = ground().database;
    // SQLite has no such statement; a delete without a condition, which it carries out alike, is refused above.
    await expect(run('truncate table audit_line')).rejects.toThrow(
      kind === 'sqlite' ? /syntax error/ : /audit lines are never changed/,
    );
    expect(await audit.list({})).toHaveLength(lines);
  });

  it.each([
    [`update audit_line set at = '2023-07-05T02:00:00.000Z' where seq = 3`, 3],
    [`update audit_line set "by" = null where seq = 3`, 3],
    [`update audit_line set action = 'edition.checked' where seq = 1`, 1],
    [`update audit_line set subject = '2023-07/0' where seq = 6`, 6],
    [`update audit_line set detail = '{}' where seq = 5`, 5],
    [`update audit_line set hash = 'ab' where seq = 2`, 2],
    ['delete from audit_line where seq = 1', 1],
    ['delete from audit_line where seq = 4', 4],
    ['delete from audit_line where seq = 6', 6],
    ['delete from audit_line', 1],
    ['update audit_line set seq = 7 where seq = 4', 4],
    [`insert into audit_line values (7, '', null, 'x', 'x', '{}', 'ab')`, 7],
    [`insert into audit_line values (0, '', null, 'x', 'x', '{}', 'ab')`, 1],
    ['delete from audit_end', 7],
    ['update audit_end set seq = 5', 7],
  ])('shows what was changed behind its back: %s', async (statement, first) => {
    const { database } = ground();
    await database.write(async (db) => {
      await unguardAuditLog(db, database.kind);
      await sql.raw(statement).execute(db);
    });
    const found = await audit.firstChanged();
    await database.write((db) => guardAuditLog(db, database.kind));
    expect(found).toBe(first);
  });

  it('is read in pieces, and found unchanged, where it is long', async () => {
    const { outbox } = ground().ledger;
    await outbox.add(
      Array.from({ length: 2_100 }, (_, index) => mailOf(`${index}`)),
      at(9),
    );
    expect(await audit.firstChanged()).toBeNull();
    expect((await audit.list({ subject: 'mail/2100' }))[0]?.seq).toBe(lines + 2_100);
  });
});
