import { storedLines, type StoredRow } from '@streakline/event-store';
import type { Pool } from 'pg';
import { ArchiveError } from '../archive-error';
import { readEventLine } from '../format/event-line';

/** Holds events of a file against those that are stored at their positions; throws `otherEvents` at the first that differs. */
export async function compareStored(pool: Pool, rows: readonly StoredRow[]): Promise<void> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  let at = 0;
  for await (const lines of storedLines(pool, { after: first.position - 1, upTo: last.position })) {
    for (const line of lines) {
      const row = rows[at];
      if (row === undefined || !isSame(row, line, first.position + at)) throw otherAt(first.position + at);
      at += 1;
    }
  }
  if (at < rows.length) throw new Error(`position ${first.position + at} is counted but not stored`);
}

function isSame(row: StoredRow, line: Buffer, position: number): boolean {
  const stored = readEventLine(line.toString('utf8', 0, line.length - 1), 1, position);
  return JSON.stringify(stored) === JSON.stringify(row);
}

export function otherAt(position: number): ArchiveError {
  const message = `the store holds another event than the file at position ${position}: import into an empty database, or into the one that the file was exported from`;
  return new ArchiveError('otherEvents', message);
}
