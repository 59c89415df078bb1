import type { Database } from '../database.ts';
import { noteDraft } from './draft-edition.ts';
import { storedEdition, storedEditions } from './edition-rows.ts';
import type { Editions } from './editions.ts';
import { moveEdition } from './move-edition.ts';

export function editionsOn(database: Database): Editions {
  const { read } = database;
  return {
    list: (period) => read((db) => storedEditions(db, period)),
    edition: (period, number) => read((db) => storedEdition(db, period, number)),
    draft: (edition, snapshot, now) => noteDraft(database, edition, snapshot, now),
    check: (of, now) =>
      moveEdition(database, of, { from: 'draft', to: 'checked', by: null, set: { checked_at: now } }, now),
    sign: (of, by, automatic, now) =>
      moveEdition(
        database,
        of,
        {
          from: 'checked',
          to: 'signed',
          by,
          set: { signed_by: by, signed_at: now, signed_automatic: automatic ? 1 : 0 },
          detail: { automatic: automatic ? '1' : '0' },
        },
        now,
      ),
    unsign: (of, by, because, now) =>
      moveEdition(
        database,
        of,
        {
          from: 'signed',
          to: 'checked',
          action: 'unsigned',
          by,
          set: { signed_by: null, signed_at: null, signed_automatic: null },
          detail: { because },
        },
        now,
      ),
    publish: (of, snapshot, now) =>
      moveEdition(
        database,
        of,
        {
          from: 'signed',
          to: 'published',
          by: null,
          set: { published_snapshot: snapshot, published_at: now },
          detail: { published: snapshot },
        },
        now,
      ),
    deliver: (of, now) =>
      moveEdition(database, of, { from: 'published', to: 'delivered', by: null, set: { delivered_at: now } }, now),
  };
}
