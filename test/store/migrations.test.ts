import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import { migrate } from '../../src/store/migrate.ts';
import { schemaVersion } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { build } from './fixtures/fixture.ts';
import { fixtures } from './fixtures/index.ts';
import { runChildren } from './support/children.ts';
import { onEachDatabase } from './support/databases.ts';
import { planOf } from './support/plan.ts';
import { now, returnOf, returnsIn } from './support/samples.ts';

it('there is a database of every version to start from', () => {
  expect(fixtures.map(({ version }) => version)).toEqual(Array.from({ length: schemaVersion }, (_, i) => i + 1));
});

onEachDatabase('migrations', (fresh) => {
  it.each(fixtures)('reach schema $version as that program had it', async (fixture) => {
    const [released, made] = [await fresh(), await fresh()];
    await build(fixture, released);
    const database = await connect(made, true);
    await migrate(database, now, fixture.version);
    await database.close();
    const tables = await tablesOf(made);
    expect(tables).toEqual(await tablesOf(released));
    expect(tables.length).toBeGreaterThan(3);
  });

  it.each(fixtures)('bring schema $version up to date, with what is in it', async (fixture) => {
    const [old, made] = [await fresh(), await fresh()];
    await build(fixture, old);
    const store = await openStore(old, { now });
    expect((await store.plan('2023-06'))?.plan).toEqual(planOf('2023年计划'));
    const returns = await store.returns({ withdrawn: fixture.version >= 9 });
    expect(returns.map((one) => one.entries[0]?.cumulative?.value)).toEqual(fixture.version < 2 ? [] : ['4.50']);
    const saved = await store.saveReturns([returnsIn('新.csv', returnOf('甲区', '6'))], now);
    expect(saved[0]?.counts).toBe(fixture.version < 2 ? 1 : 2);
    const decisions = (await store.decisions()).map(({ id, was, revoked }) => [id, was?.value, revoked?.by]);
    expect(decisions).toEqual(fixture.version < 3 ? [] : [['2023-1', '4.50', '督查室负责人']]);
    await store.close();
    await (await openStore(made, { now })).close();
    expect(await tablesOf(old)).toEqual(await tablesOf(made));
  });

  it('are refused where the database is newer, and nothing in it is touched', async () => {
    const url = await fresh();
    const store = await openStore(url, { now });
    await store.saveReturns([returnsIn('一.csv', returnOf('甲区', '3'))], now);
    const database = await connect(url, false);
    await database.write((db) =>
      db.insertInto('schema_version').values({ version: 99, name: 'x', applied_at: now }).execute(),
    );
    await expect(openStore(url, { now })).rejects.toMatchObject({ name: 'StoreError', fault: 'newer' });
    await expect(openStore(url, { now })).rejects.toThrow(/第99版.*请升级本程序/);
    // A program that was running when a newer one took over stops writing.
    await expect(store.saveReturns([returnsIn('二.csv', returnOf('甲区', '4'))], now)).rejects.toMatchObject({
      fault: 'newer',
    });
    expect(await store.returns({})).toHaveLength(1);
    await database.close();
    await store.close();
  });

  it('run once where many programs start at the same moment', async () => {
    const url = await fresh();
    const ends = await runChildren(6, ['open', url]);
    expect(ends).toEqual(ends.map(() => ({ code: 0, said: [{ opened: true }] })));
    const database = await connect(url, false);
    const applied = await database.read((db) =>
      db.selectFrom('schema_version').select('version').orderBy('version').execute(),
    );
    expect(applied.map(({ version }) => version)).toEqual(Array.from({ length: schemaVersion }, (_, i) => i + 1));
    await database.close();
  });
});

/** Tables, columns, keys, checks and indexes, as the database itself tells them. */
async function tablesOf(url: string): Promise<string[]> {
  const database = await connect(url, false);
  const rows = await database.read(async (db) => {
    if (database.kind === 'sqlite')
      return (
        await sql<{
          line: string;
        }>`select type || ' ' || name || ' ' || coalesce(sql, '') as line from sqlite_master order by name`.execute(db)
      ).rows;
    const columns = await sql<{ line: string }>`
      select concat_ws(' ', table_name, ordinal_position, column_name, data_type, is_nullable, collation_name) as line
      from information_schema.columns where table_schema = 'public' order by 1`.execute(db);
    const constraints = await sql<{ line: string }>`
      select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
      from pg_constraint where connamespace = 'public'::regnamespace order by 1`.execute(db);
    const indexes = await sql<{
      line: string;
    }>`select indexdef as line from pg_indexes where schemaname = 'public' order by 1`.execute(db);
    const triggers = await sql<{ line: string }>`
      select pg_get_triggerdef(t.oid) || ' ' || p.prosrc as line from pg_trigger t join pg_proc p on p.oid = t.tgfoid
      where not tgisinternal order by 1`.execute(db);
    return [...columns.rows, ...constraints.rows, ...indexes.rows, ...triggers.rows];
  });
  await database.close();
  // How a statement was laid out when the table was made is no difference.
  return rows.map(({ line }) =>
    line
      .toLowerCase()
      .replaceAll('"', '')
      .replaceAll(/\s*([(),])\s*/g, '$1')
      .replaceAll(/\s+/g, ' '),
  );
}
