import { type SessionLock, trySessionLock } from '@streakline/database';
import type { StudyProgress } from '@streakline/event-study';
import type { Pool } from 'pg';
import { recordOf, STUDY_COLUMNS, type StudyFailure, type StudyRecord, type StudyRow } from './study-record';

/** A study that this process runs. The lock says that it alone does; the epoch keeps it from writing once it lost that. */
export interface Claim {
  readonly study: StudyRecord;
  readonly epoch: number;
  /** Processes that ended while they ran it. */
  readonly crashes: number;
  readonly lock: SessionLock;
}

type ClaimedRow = StudyRow & { readonly epoch: number; readonly crashes: number };

/**
 * Waiting ones, and running ones too: whether the process that runs one still lives, its lock tells. Those that wait come
 * first, or many that run elsewhere would hide them.
 */
const WAITING = `
  SELECT study_id AS id FROM studies.jobs
   WHERE state IN ('queued', 'running') AND kind = ANY($1) AND ($2::text IS NULL OR study_id = $2)
     AND (run_after IS NULL OR run_after <= clock_timestamp())
   ORDER BY state = 'running', seq LIMIT 50`;

const TAKE = `
  UPDATE studies.jobs
     SET epoch = epoch + 1, crashes = crashes + (state = 'running')::integer, state = 'running', progress = NULL,
         run_after = NULL, started_at = clock_timestamp()
   WHERE study_id = $1 AND state IN ('queued', 'running')
  RETURNING ${STUDY_COLUMNS}, epoch, crashes`;

/**
 * Takes up the study that waits longest, of some kinds, or nothing. Where none waits, one that another process was running
 * is taken up once that has died, which its session's lock tells at once.
 *
 * @param only this one and no other
 */
export async function claimNext(pool: Pool, kinds: readonly string[], only?: string): Promise<Claim | undefined> {
  const { rows } = await pool.query<{ id: string }>(WAITING, [kinds, only ?? null]);
  for (const { id } of rows) {
    const lock = await trySessionLock(pool, `study:${id}`);
    if (lock === undefined) continue;
    const taken = await take(pool, id, lock);
    if (taken) return taken;
    await lock.release();
  }
  return undefined;
}

async function take(pool: Pool, id: string, lock: SessionLock): Promise<Claim | undefined> {
  try {
    const { rows } = await pool.query<ClaimedRow>(TAKE, [id]);
    const [row] = rows;
    if (row === undefined) return undefined;
    const { epoch, crashes, ...study } = row;
    return { study: recordOf(study), epoch, crashes, lock };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type Mine = Pick<Claim, 'study' | 'epoch'>;

/** What whoever runs a study may change: only while nobody cancelled it, nor took it up after. */
const MINE = `WHERE study_id = $1 AND epoch = $2 AND state = 'running'`;

/** False: it is not ours any more. */
export async function writeProgress(pool: Pool, { study, epoch }: Mine, progress: StudyProgress): Promise<boolean> {
  const { rowCount } = await pool.query(`UPDATE studies.jobs SET progress = $3 ${MINE}`, [study.id, epoch, progress]);
  return rowCount === 1;
}

export async function writeFailure(pool: Pool, { study, epoch }: Mine, failure: StudyFailure): Promise<void> {
  await pool.query(
    `UPDATE studies.jobs SET state = 'failed', failure = $3, progress = NULL, finished_at = clock_timestamp() ${MINE}`,
    [study.id, epoch, JSON.stringify(failure)],
  );
}

/** Leaves it to whoever takes it up next, not before some milliseconds have passed. */
export async function giveBack(pool: Pool, { study, epoch }: Mine, afterMs: number): Promise<void> {
  await pool.query(
    `UPDATE studies.jobs SET state = 'queued', progress = NULL, started_at = NULL,
            run_after = clock_timestamp() + $3 * interval '1 millisecond' ${MINE}`,
    [study.id, epoch, afterMs],
  );
}

/** Within the transaction that stores the rows. False: it is not ours any more. */
export const WRITE_RESULT = `
  UPDATE studies.jobs SET state = 'done', result = $3, projection_version = $4, progress = NULL,
         finished_at = clock_timestamp() ${MINE}`;
