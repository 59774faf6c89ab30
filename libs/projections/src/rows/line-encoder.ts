import type { Row, Table } from '../contract/table';
import { copyCell } from './encode-cell';
import { encodeRow } from './encode-rows';

/** Turns one table's rows into COPY lines. Throws where a column cannot hold its value, or two rows share a primary key. */
export class LineEncoder {
  private readonly primaryKey: readonly number[];

  constructor(private readonly table: Table) {
    const columns = Object.keys(table.columns);
    this.primaryKey = table.primaryKey.map((column) => columns.indexOf(column));
  }

  /** Of one key's rows. */
  lines(rows: readonly Row[]): readonly string[] {
    const seen = new Set<string>();
    const lines: string[] = [];
    for (const row of rows) {
      const cells = encodeRow(this.table, row).map(copyCell);
      // One row alone repeats nothing.
      if (rows.length > 1) seen.add(this.primaryKey.map((at) => cells[at]).join('\t'));
      lines.push(cells.join('\t'));
    }
    if (rows.length > 1 && seen.size !== rows.length) {
      throw new Error(`Two rows of the table "${this.table.name}" have the same primary key.`);
    }
    return lines;
  }
}
