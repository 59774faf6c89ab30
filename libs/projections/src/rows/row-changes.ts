import type { EncodedRow, EncodedRows, LinesByTable } from './encode-rows';

/** What to write to turn the rows before into the rows after, per table. */
export interface RowChanges {
  /** Rows that are new or differ. */
  readonly upserts: Map<string, EncodedRow[]>;
  /** Primary keys of rows that are no more. */
  readonly deletes: Map<string, string[]>;
}

export function noChanges(): RowChanges {
  return { upserts: new Map(), deletes: new Map() };
}

/** Adds to `changes` what differs between the rows of one key before and after. */
export function addChanges(changes: RowChanges, before: LinesByTable, after: EncodedRows): void {
  for (const [table, lines] of after.lines) {
    const linesBefore = before.get(table);
    const cells = after.cells.get(table);
    for (const [primaryKey, line] of lines) {
      const row = cells?.get(primaryKey);
      if (row && linesBefore?.get(primaryKey) !== line) append(changes.upserts, table, row);
    }
    for (const primaryKey of linesBefore?.keys() ?? []) {
      if (!lines.has(primaryKey)) append(changes.deletes, table, primaryKey);
    }
  }
}

function append<Item>(lists: Map<string, Item[]>, table: string, item: Item): void {
  const list = lists.get(table);
  if (list) list.push(item);
  else lists.set(table, [item]);
}
