/** PostgreSQL types that rows may hold; each has one exact text form, so that equal rows are equal bytes. */
export type ColumnType =
  'text' | 'integer' | 'bigint' | 'double precision' | 'boolean' | 'date' | 'timestamptz' | 'json' | 'bytea' | 'text[]';

/**
 * A table that each version of a projection has in its own schema. Every row belongs to one key of the projection,
 * and no two keys write the same primary key.
 */
export interface Table {
  readonly name: string;
  /** In order. Use `double precision` for floats (it round-trips exactly) and `json`, not jsonb, for nested parts (it keeps the text). */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly primaryKey: readonly string[];
  /** Secondary indexes, made after a rebuild has loaded the rows. */
  readonly indexes?: readonly TableIndex[];
}

export interface TableIndex {
  readonly columns: readonly string[];
  /** Default btree; `gin` answers "contains" on `text[]`. */
  readonly method?: 'btree' | 'gin';
}

/**
 * One row: values by column. `timestamptz` takes epoch milliseconds, `date` takes YYYY-MM-DD, `json` anything that
 * JSON holds, `bytea` a Uint8Array; null and undefined are SQL's null.
 */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of one key, by table. A table left out has none. */
export type RowsByTable = Readonly<Record<string, readonly Row[]>>;
