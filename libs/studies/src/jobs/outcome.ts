import type { Pool } from 'pg';
import { type Claim, WRITE_RESULT } from './claim';
import { RolledBack, unlessRolledBack } from './unless-rolled-back';
import type { StudyOutcome } from './study-kind';

/** Rows stored as one value: few enough to read for a page, enough to be stored fast. */
const CHUNK = 100;

/*
 * Where a process that lost its lock stores the same study at the same time, the second waits for the first to end, and
 * one of them rolls back.
 */
const ADD_CHUNK = `
  INSERT INTO studies.row_chunks (study_id, first_place, rows) VALUES ($1, $2, $3)
  ON CONFLICT (study_id, first_place) DO NOTHING`;

/**
 * Stores what a study came to, all or nothing; false, and nothing stored, where it is not ours any more. The study's own
 * row comes last: until then its progress can be told, and it can be cancelled.
 *
 * @param onChunk told how many rows are stored; the next ones wait for it, and where it throws nothing is stored
 */
export async function storeOutcome(
  pool: Pool,
  { study, epoch }: Pick<Claim, 'study' | 'epoch'>,
  { result, rows }: StudyOutcome<object, object>,
  projectionVersion: number,
  onChunk: (stored: number) => Promise<void>,
): Promise<boolean> {
  const stored = await unlessRolledBack(pool, async (client) => {
    let place = 0;
    for (const chunk of chunksOf(rows)) {
      await client.query(ADD_CHUNK, [study.id, place, `[${chunk.join(',')}]`]);
      place += chunk.length;
      await onChunk(place);
    }
    const values = [study.id, epoch, JSON.stringify(result), projectionVersion];
    const { rowCount } = await client.query(WRITE_RESULT, values);
    if (rowCount !== 1) throw new RolledBack();
    return true;
  });
  return stored ?? false;
}

function* chunksOf(rows: Iterable<object>): Generator<readonly string[], void, void> {
  let chunk: string[] = [];
  for (const row of rows) {
    chunk.push(JSON.stringify(row));
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** A row and its place among all rows of its study, from 0 on. */
export interface PlacedRow {
  readonly place: number;
  readonly row: object;
}

/** The rows of a finished study from a place on, read while they are taken: no connection is held in between. */
export async function* readRows(pool: Pool, studyId: string, from = 0): AsyncGenerator<PlacedRow, void, void> {
  let place = from;
  for (;;) {
    const { rows } = await pool.query<{ first: number; rows: readonly object[] }>(
      `SELECT first_place AS first, rows FROM studies.row_chunks
        WHERE study_id = $1 AND first_place <= $2 ORDER BY first_place DESC LIMIT 1`,
      [studyId, place],
    );
    const [chunk] = rows;
    const wanted = chunk?.rows.slice(place - chunk.first) ?? [];
    if (wanted.length === 0) return;
    for (const row of wanted) yield { place: place++, row };
  }
}
