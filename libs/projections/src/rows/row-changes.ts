import type { Table } from '../contract/table';
import { type EncodedRow, encodeRow } from './encode-rows';
import type { KeyedRows } from './keyed-rows';
import { sameValue } from './same-value';

/** What to write in one table: rows that are new or differ, and primary keys of those that are no more. */
export interface TableChanges {
  readonly upserts: readonly EncodedRow[];
  readonly deletes: readonly string[];
}

/** By table; a table without changes is left out. */
export type RowChanges = ReadonlyMap<string, TableChanges>;

/** What turns the rows of one key before into those after. Only rows that differ are encoded. */
export function changesBetween(tables: readonly Table[], before: KeyedRows, after: KeyedRows): RowChanges {
  const changes = new Map<string, TableChanges>();
  for (const table of tables) {
    const [rows, rowsBefore] = [after.get(table.name), before.get(table.name)];
    const upserts: EncodedRow[] = [];
    for (const [primaryKey, row] of rows ?? []) {
      const rowBefore = rowsBefore?.get(primaryKey);
      if (rowBefore === undefined || !sameValue(rowBefore, row)) upserts.push(encodeRow(table, row));
    }
    const deletes = [...(rowsBefore?.keys() ?? [])].filter((primaryKey) => !rows?.has(primaryKey));
    if (upserts.length + deletes.length > 0) changes.set(table.name, { upserts, deletes });
  }
  return changes;
}

/** The changes of several keys as one. */
export function joined(changes: readonly RowChanges[]): RowChanges {
  const lists = new Map<string, { upserts: EncodedRow[]; deletes: string[] }>();
  for (const ofKey of changes) {
    for (const [table, { upserts, deletes }] of ofKey) {
      const list = lists.get(table) ?? { upserts: [], deletes: [] };
      for (const upsert of upserts) list.upserts.push(upsert);
      for (const primaryKey of deletes) list.deletes.push(primaryKey);
      lists.set(table, list);
    }
  }
  return lists;
}
