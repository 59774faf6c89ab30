import { storeAtPositions, type StoredRow } from '@streakline/event-store';
import type { Pool } from 'pg';
import { ArchiveError } from '../archive-error';
import { idAt, positionOf } from '../exporting/export-events';
import type { ArchiveHeader } from '../format/header';
import type { ArchiveSummary, CheckedArchive, ReadingOptions } from './check-archive';
import { compareStored, otherAt } from './compare-stored';

export interface Imported extends ArchiveSummary {
  /** Events that this import stored. */
  readonly stored: number;
  /** Events of the file that the store held already, the same in every column. */
  readonly alreadyThere: number;
}

/**
 * Stores the events of an archive at their own positions, ids, versions and times. It was checked as a whole before, so
 * that nothing of a damaged one is stored. Some thousand events a transaction: stopped at any moment and begun again, it
 * goes on where it was, since what is there must be the same. Read models follow as after any append.
 *
 * @throws ArchiveError `gap`, `otherEvents` or `moved`; `altered` where the file is no longer what was checked
 */
export async function importEvents(
  pool: Pool,
  checked: CheckedArchive,
  options: ReadingOptions = {},
): Promise<Imported> {
  const head = await positionOf(pool);
  await checkBeginning(pool, head, checked.header);
  const stored = await storeMissing(pool, head, checked, options);
  // The planner has never seen these rows.
  if (stored > 0) await pool.query('analyze event_store.events, event_store.event_keys');
  return { ...checked.summary, stored, alreadyThere: checked.summary.events - stored };
}

async function checkBeginning(pool: Pool, head: number, { firstPosition, previousId }: ArchiveHeader): Promise<void> {
  if (head < firstPosition - 1) {
    const message = `the file begins at position ${firstPosition} and the store ends at ${head}: import what lies between them first`;
    throw new ArchiveError('gap', message);
  }
  if (previousId !== (await idAt(pool, firstPosition - 1))) throw otherAt(firstPosition - 1);
}

async function storeMissing(
  pool: Pool,
  head: number,
  { archive, sums }: CheckedArchive,
  { onProgress, signal }: ReadingOptions,
): Promise<number> {
  const total = archive.trailer.events;
  let [number, done, stored] = [0, 0, 0];
  // The next chunk is read while the one before is being stored.
  let storing: Promise<void> = Promise.resolve();
  for await (const { chunk } of archive.read()) {
    await storing;
    signal?.throwIfAborted();
    if (chunk.sha256 !== sums[number++])
      throw new ArchiveError('altered', 'it was changed while it was being imported');
    const missing = await thoseMissing(pool, chunk.rows, head);
    stored += missing.length;
    done += chunk.rows.length;
    onProgress?.({ phase: missing.length > 0 ? 'storing' : 'comparing', done, total });
    storing = store(pool, missing);
    // Its error is thrown at the next turn; until then somebody must hold it.
    storing.catch(() => undefined);
  }
  await storing;
  return stored;
}

/** The rows past the head; those before it must be what is stored. */
async function thoseMissing(pool: Pool, rows: readonly StoredRow[], head: number): Promise<readonly StoredRow[]> {
  await compareStored(
    pool,
    rows.filter(({ position }) => position <= head),
  );
  return rows.filter(({ position }) => position > head);
}

async function store(pool: Pool, rows: readonly StoredRow[]): Promise<void> {
  const head = await storeAtPositions(pool, rows);
  if (head === null) return;
  const message = `something else appended meanwhile: the store is at position ${head} now, where ${(rows[0]?.position ?? 0) - 1} was expected. Stop what writes to it and import again`;
  throw new ArchiveError('moved', message);
}
