import type { Row, RowsByTable, Table } from '../contract/table';
import { type EncodedRow, encodeRow } from './encode-rows';
import { primaryKeyOf } from './primary-key';
import { sameValue } from './same-value';

/** What to write in one table: rows that are new or differ, and primary keys of those that are no more. */
export interface TableChanges {
  readonly upserts: readonly EncodedRow[];
  readonly deletes: readonly string[];
}

/** By table; a table without changes is left out. */
export type RowChanges = ReadonlyMap<string, TableChanges>;

/** One key's rows as they now are, and what to write. */
export interface ChangedRows {
  /** Rows that are as they were are the very objects from before: those in a cache are old, and new ones can die young. */
  readonly rows: RowsByTable;
  readonly changes: RowChanges;
}

/** What turns the rows of one key before into those after. Only rows that differ are encoded. */
export function changesBetween(tables: readonly Table[], before: RowsByTable, after: RowsByTable): ChangedRows {
  const unknown = Object.keys(after).find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined) throw new Error(`Rows for the table "${unknown}", which the projection does not have.`);
  const changes = new Map<string, TableChanges>();
  const rows: Record<string, readonly Row[]> = {};
  for (const table of tables) {
    const ofTable = tableChanges(table, before[table.name] ?? [], after[table.name] ?? []);
    rows[table.name] = ofTable.rows;
    if (ofTable.upserts.length + ofTable.deletes.length > 0) changes.set(table.name, ofTable);
  }
  return { rows, changes };
}

/*
 * A new event mostly changes the last of thousands of rows: what both lists begin and end with is passed over by
 * comparing in place, which costs a tenth of a look-up by primary key.
 */
function tableChanges(
  table: Table,
  before: readonly Row[],
  after: readonly Row[],
): TableChanges & { rows: readonly Row[] } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameValue(before[start], after[start])) start += 1;
  if (start === before.length && start === after.length) return { upserts: [], deletes: [], rows: before };
  let end = 0;
  while (end < shorter - start && sameValue(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const single = singleChange(table, before, after, start, end);
  if (single) return single;
  const rowsBefore = byPrimaryKey(table, before.slice(start, before.length - end));
  const rows = byPrimaryKey(table, after.slice(start, after.length - end));
  const upserts: EncodedRow[] = [];
  for (const [primaryKey, row] of rows) {
    if (!sameValue(rowsBefore.get(primaryKey), row)) upserts.push(encodeRow(table, row));
  }
  const deletes = [...rowsBefore.keys()].filter((primaryKey) => !rows.has(primaryKey));
  const tail = before.slice(before.length - end);
  return { upserts, deletes, rows: [...before.slice(0, start), ...rows.values(), ...tail] };
}

/** One row that is new or differs, which is what most events come to: nothing has to be looked up. */
function singleChange(table: Table, before: readonly Row[], after: readonly Row[], start: number, end: number) {
  const [old, row] = [before[start], after[start]];
  const [olds, news] = [before.length - end - start, after.length - end - start];
  if (news !== 1 || olds > 1 || !row) return undefined;
  const primaryKey = primaryKeyOf(table, row);
  if (olds === 1 && old && primaryKeyOf(table, old) !== primaryKey) return undefined;
  const rows = start + end === 0 ? [row] : [...before.slice(0, start), row, ...before.slice(before.length - end)];
  return { upserts: [encodeRow(table, row)], deletes: [], rows };
}

function byPrimaryKey(table: Table, rows: readonly Row[]): ReadonlyMap<string, Row> {
  const keyed = new Map(rows.map((row) => [primaryKeyOf(table, row), row]));
  if (keyed.size !== rows.length) throw new Error(`Two rows of the table "${table.name}" have the same primary key.`);
  return keyed;
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
