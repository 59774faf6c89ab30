import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import { APPENDED_CHANNEL } from '../sql/notify-appended';
import { advanceCounter, copyRowsIn, indexRange, lockCounter } from '../sql/store-at-positions';

/** An event as it stands in a store, its data as the JSON text that was written. */
export interface StoredRow {
  readonly position: number;
  readonly id: string;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly type: string;
  readonly typeVersion: number;
  /** Epoch milliseconds, as `recordedAt`. */
  readonly knownAt: number;
  readonly recordedAt: number;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly keys: readonly string[];
  readonly json: string;
}

/**
 * Stores events of another store at the very positions which they had there: all of them in one transaction, or none.
 * Subscribers are told. For archives: whoever decides something appends.
 *
 * @param rows in position order without a gap
 * @returns null, or, where the store's head is not right before the first of them, that head: nothing was stored then
 */
export async function storeAtPositions(pool: Pool, rows: readonly StoredRow[]): Promise<number | null> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query('begin');
    const head = await lockedHead(client);
    if (head !== first.position - 1) {
      await client.query('rollback');
      isDone = true;
      return head;
    }
    await copyIn(client, rows);
    await client.query(indexRange, [head, last.position]);
    await client.query(advanceCounter, [last.position]);
    // Within the transaction: there is one in a second here, where appends have hundreds.
    await client.query('select pg_notify($1, $2)', [APPENDED_CHANNEL, String(last.position)]);
    await client.query('commit');
    isDone = true;
    return null;
  } finally {
    // Given up in the middle, the transaction goes with its connection.
    client.release(!isDone);
  }
}

async function lockedHead(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ position: string }>(lockCounter);
  return Number(rows[0]?.position);
}

const LINES_A_WRITE = 500;

async function copyIn(client: PoolClient, rows: readonly StoredRow[]): Promise<void> {
  function* lines() {
    for (let at = 0; at < rows.length; at += LINES_A_WRITE) {
      yield Buffer.from(
        rows
          .slice(at, at + LINES_A_WRITE)
          .map(lineOf)
          .join(''),
      );
    }
  }
  await pipeline(Readable.from(lines()), client.query(from(copyRowsIn)));
}

/** The row in COPY's text format. */
function lineOf(row: StoredRow): string {
  const { position, id, streamId, streamVersion, type, typeVersion, knownAt, recordedAt, causationId } = row;
  const known = `${position}\t${id}\t${escaped(streamId)}\t${streamVersion}\t${escaped(type)}\t${typeVersion}\t${knownAt}`;
  const cause = causationId ?? '\\N';
  return `${known}\t${recordedAt}\t${row.correlationId}\t${cause}\t${escaped(arrayOf(row.keys))}\t${escaped(row.json)}\n`;
}

/** Of names and JSON on one line, only backslashes mean something to COPY: neither holds a raw tab or line break. */
function escaped(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
}

/** An array's text form; quoted, an element may hold anything. */
function arrayOf(keys: readonly string[]): string {
  return `{${keys.map((key) => `"${key.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
