import { isRefusal, type Refusal } from '@streakline/event-store';
import type { Pool } from 'pg';
import { askedBefore, type Idempotency, rememberKey } from './idempotency';
import { RolledBack, unlessRolledBack } from './unless-rolled-back';
import { isStudyId, studyIdOf } from './study-id';
import type { JobNoun } from './study-kind';
import { recordOf, STUDY_COLUMNS, type StudyRecord, type StudyRow, type StudyState } from './study-record';

/** What is asked for. */
export interface StudyQuestion {
  readonly kind: string;
  readonly noun?: JobNoun | undefined;
  /** With ids for refs, and defaults filled in. */
  readonly request: object;
  readonly position: number;
}

export interface AskedStudy {
  /** `before`: it was asked already, and is on its way or done. */
  readonly said: 'now' | 'before';
  readonly study: StudyRecord;
}

export interface StudySearch {
  readonly kind: string;
  readonly state?: StudyState | undefined;
  /** Only those asked before this one. */
  readonly beforeSeq?: number | undefined;
  readonly limit: number;
}

/** The studies that were asked for, in PostgreSQL: asking, looking, cancelling. Running them is the worker's. */
export class StudyJobs {
  private readonly listeners = new Set<() => void>();

  constructor(readonly pool: Pool) {}

  /** Calls `wake` when a study is asked for or cancelled in this process; gives back how to stop that. */
  onChange(wake: () => void): () => void {
    this.listeners.add(wake);
    return () => this.listeners.delete(wake);
  }

  /** The study that this Idempotency-Key asked for; a refusal where it was sent with something else. */
  async askedBefore(idempotency: Idempotency): Promise<StudyRecord | Refusal | undefined> {
    const study = await askedBefore(this.pool, idempotency);
    return typeof study === 'string' ? this.find(study) : study;
  }

  /**
   * Asks for a study, unless the same was asked already. One that was cancelled or has failed is run once more. A refusal
   * where the Idempotency-Key was sent with something else.
   */
  async ask(question: StudyQuestion, idempotency?: Idempotency): Promise<AskedStudy | Refusal> {
    const id = studyIdOf(question.kind, question.request, question.position, question.noun);
    const said = await unlessRolledBack(this.pool, async (client) => {
      const { kind, request, position } = question;
      const { rowCount } = await client.query(ASK, [id, kind, JSON.stringify(request), position]);
      if (idempotency && !(await rememberKey(client, idempotency, id))) throw new RolledBack();
      return rowCount === 1 ? 'now' : 'before';
    });
    if (said === 'now') this.tellChange();
    const first = said === undefined && idempotency ? await this.askedBefore(idempotency) : await this.find(id);
    if (first === undefined) throw new Error(`The study ${id} vanished while it was asked for.`);
    return isRefusal(first) ? first : { said: said ?? 'before', study: first };
  }

  async find(id: string): Promise<StudyRecord | undefined> {
    if (!isStudyId(id)) return undefined;
    const { rows } = await this.pool.query<StudyRow>(`SELECT ${STUDY_COLUMNS} FROM studies.jobs WHERE study_id = $1`, [
      id,
    ]);
    return rows[0] && recordOf(rows[0]);
  }

  /** Its result; undefined where it is not done. */
  async resultOf(id: string): Promise<object | undefined> {
    const { rows } = await this.pool.query<{ result: object | null }>(
      'SELECT result FROM studies.jobs WHERE study_id = $1',
      [id],
    );
    return rows[0]?.result ?? undefined;
  }

  /** Newest first. */
  async list({ kind, state, beforeSeq, limit }: StudySearch): Promise<readonly StudyRecord[]> {
    const { rows } = await this.pool.query<StudyRow>(
      `SELECT ${STUDY_COLUMNS} FROM studies.jobs
        WHERE kind = $1 AND ($2::text IS NULL OR state = $2) AND ($3::bigint IS NULL OR seq < $3)
        ORDER BY seq DESC LIMIT $4`,
      [kind, state ?? null, beforeSeq ?? null, limit],
    );
    return rows.map(recordOf);
  }

  /** How many wait, and how many run in any process. */
  async underWay(): Promise<{ readonly waiting: number; readonly running: number }> {
    const { rows } = await this.pool.query<{ waiting: number; running: number }>(
      `SELECT (count(*) FILTER (WHERE state = 'queued'))::integer AS waiting,
              (count(*) FILTER (WHERE state = 'running'))::integer AS running
         FROM studies.jobs WHERE state IN ('queued', 'running')`,
    );
    return rows[0] ?? { waiting: 0, running: 0 };
  }

  /** Cancels a study that is not finished, at once: whoever runs it notices. One that is finished stays as it is. */
  async cancel(id: string): Promise<StudyRecord | undefined> {
    await this.pool.query(
      `UPDATE studies.jobs SET state = 'cancelled', progress = NULL, finished_at = clock_timestamp()
        WHERE study_id = $1 AND state IN ('queued', 'running')`,
      [id],
    );
    this.tellChange();
    return this.find(id);
  }

  private tellChange(): void {
    for (const wake of [...this.listeners]) wake();
  }
}

const ASK = `
  INSERT INTO studies.jobs AS known (study_id, kind, request, position, state) VALUES ($1, $2, $3, $4, 'queued')
  ON CONFLICT (study_id) DO UPDATE
    SET state = 'queued', failure = NULL, crashes = 0, run_after = NULL, started_at = NULL, finished_at = NULL
    WHERE known.state IN ('failed', 'cancelled')`;
