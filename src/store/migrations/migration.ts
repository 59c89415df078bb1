import { type Kysely, type RawBuilder, sql } from 'kysely';

/** One step forward. Steps are never edited once released, and there is no way back. */
export interface Migration {
  /** 1, 2, … without gaps. */
  readonly version: number;
  readonly name: string;
  up(change: SchemaChange): Promise<void>;
}

export interface SchemaChange {
  /** Open in the one transaction that carries out all steps. */
  readonly db: Kysely<unknown>;
  readonly kind: 'sqlite' | 'postgres';
  readonly types: ColumnTypes;
}

/** What the two databases call the same thing. */
export interface ColumnTypes {
  /** Text that compares and sorts by its bytes. */
  readonly text: RawBuilder<unknown>;
  readonly bytes: RawBuilder<unknown>;
}

export const columnTypes: Readonly<Record<'sqlite' | 'postgres', ColumnTypes>> = {
  sqlite: { text: sql`text`, bytes: sql`blob` },
  postgres: { text: sql`text collate "C"`, bytes: sql`bytea` },
};
