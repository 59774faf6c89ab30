/** What a column may hold; every one may be null. */
export type ColumnType = 'text' | 'number' | 'integer' | 'boolean';
export type Cell = string | number | boolean | null;

export interface Column<Row> {
  /** camelCase, unique in its table. */
  readonly name: string;
  /** `integer` is a whole number of 32 bits, `number` a float64. */
  readonly type: ColumnType;
  /** The row's value, of the column's type; a number that is not finite counts as null. */
  of(row: Row): Cell;
}

/** Rows that are made while they are sent, and how they look where an answer has columns (CSV, Arrow). */
export interface Table<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
}
