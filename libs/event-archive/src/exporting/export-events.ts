import { createHash } from 'node:crypto';
import { eventStoreMigrations, storedLines } from '@streakline/event-store';
import type { Pool } from 'pg';
import { ArchiveError } from '../archive-error';
import { type ArchiveHeader, FORMAT, headerLine } from '../format/header';
import { writeArchive } from './write-archive';

export interface ExportOptions {
  /** Of a database with the event store's migrations. */
  readonly pool: Pool;
  /** The file to write; it must not exist. */
  readonly file: string;
  /** The release that writes, for the first line. */
  readonly streakline: string;
  /** First position to export; default 1. */
  readonly from?: number;
  /** Last position; default: the head of the moment. */
  readonly to?: number;
  readonly onProgress?: (progress: { readonly events: number; readonly total: number }) => void;
  /** Aborted, the export ends by its reason and leaves no file. */
  readonly signal?: AbortSignal;
}

export interface Exported {
  readonly file: string;
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly events: number;
  /** SHA-256 of the events' lines, hexadecimal: two stores with the same sum over the same positions hold the same events. */
  readonly sha256: string;
  /** Of the file. */
  readonly bytes: number;
}

/**
 * Writes the events of a range of positions to a file, as they stand: see docs/guides/backups.md for its format. The
 * file appears under its name when it is whole and on disk, not before. Appends go on meanwhile.
 *
 * @throws ArchiveError `noEvents` or `exists`
 */
export async function exportEvents(options: ExportOptions): Promise<Exported> {
  const { pool, file, onProgress } = options;
  const header = await headerOf(options);
  const { firstPosition, lastPosition } = header;
  const total = lastPosition - firstPosition + 1;
  const sum = createHash('sha256');
  let events = 0;
  async function* pieces() {
    yield Buffer.from(headerLine(header));
    for await (const lines of storedLines(pool, { after: firstPosition - 1, upTo: lastPosition })) {
      const piece = Buffer.concat(lines);
      sum.update(piece);
      events += lines.length;
      yield piece;
      onProgress?.({ events, total });
    }
    if (events !== total)
      throw new Error(`${events} events were read of the ${total} at ${firstPosition} to ${lastPosition}`);
  }
  let sha256 = '';
  const sums = () => ({ events, eventsSha256: (sha256 = sum.digest('hex')) });
  const bytes = await writeArchive(file, pieces(), sums, options.signal);
  return { file, firstPosition, lastPosition, events, sha256, bytes };
}

async function headerOf({ pool, streakline, from = 1, to }: ExportOptions): Promise<ArchiveHeader> {
  const head = await positionOf(pool);
  const lastPosition = Math.min(to ?? head, head);
  if (from > lastPosition) {
    const message = `there is no event from position ${from} to ${to ?? 'the newest'}: the newest is at ${head}`;
    throw new ArchiveError('noEvents', message);
  }
  return {
    archive: 'streakline.events',
    format: FORMAT,
    streakline,
    migrations: await migrationsOf(pool),
    firstPosition: from,
    lastPosition,
    previousId: await idAt(pool, from - 1),
  };
}

/** Position of the newest event; 0 when there is none. */
export async function positionOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ position: string }>('select position from event_store.counter');
  return Number(rows[0]?.position ?? 0);
}

/** Id of the event at a position; null where there is none. */
export async function idAt(pool: Pool, position: number): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>('select id from event_store.events where position = $1', [
    position,
  ]);
  return rows[0]?.id ?? null;
}

async function migrationsOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    'select name from streakline_migrations where name = any($1) order by id',
    [eventStoreMigrations.map(({ name }) => name)],
  );
  return rows.map(({ name }) => name);
}
