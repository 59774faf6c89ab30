import type { Pool } from 'pg';
import { type SweepPlan, sweepIdOf } from '../plan/sweep-plan';
import type { Trial } from '../plan/trial';
import { SweepError } from '../sweep-error';

/** A run, as far as a sweep asks. */
export interface RunFinished {
  readonly runId: string;
  /** Ended for its time: another machine, or another day, may finish it. */
  readonly endedForTime: boolean;
  /** RFC 3339. */
  readonly ranAt: string;
}

/** Sweeps and their trials, in PostgreSQL. The runs themselves are RunStore's. */
export class SweepStore {
  constructor(private readonly pool: Pool) {}

  /** Writes a sweep down; one that is there already stays as it is. Answers its id. */
  async begin(plan: SweepPlan): Promise<string> {
    const sweepId = sweepIdOf(plan);
    await this.pool.query(
      'INSERT INTO backtests.sweeps (sweep_id, strategy, plan) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [sweepId, plan.strategy, JSON.stringify(plan)],
    );
    return sweepId;
  }

  /** @throws SweepError `unknownSweep` */
  async planOf(sweepId: string): Promise<SweepPlan> {
    const { rows } = await this.pool.query<{ plan: SweepPlan }>(
      'SELECT plan FROM backtests.sweeps WHERE sweep_id = $1',
      [sweepId],
    );
    if (rows[0] !== undefined) return rows[0].plan;
    throw new SweepError(
      'unknownSweep',
      `No sweep ${sweepId} is stored here: is --data-dir or --database-url the one it was begun on?`,
    );
  }

  /** Notes which runs a sweep is made of. */
  async addTrials(sweepId: string, trials: readonly Trial[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO backtests.sweep_trials (sweep_id, split, part, point, run_id)
       SELECT $1, * FROM unnest($2::int[], $3::text[], $4::int[], $5::text[]) ON CONFLICT DO NOTHING`,
      [
        sweepId,
        trials.map(({ split }) => split),
        trials.map(({ part }) => part),
        trials.map(({ point }) => point),
        trials.map(({ runId }) => runId),
      ],
    );
  }

  /** Those of some runs that have ended. */
  async finished(runIds: readonly string[]): Promise<readonly RunFinished[]> {
    const { rows } = await this.pool.query<Omit<RunFinished, 'ranAt'> & { ranAt: Date }>(
      `SELECT run_id AS "runId", coalesce(failure->>'code' = 'timeLimit', false) AS "endedForTime", ran_at AS "ranAt"
         FROM backtests.runs WHERE run_id = ANY($1)`,
      [runIds],
    );
    return rows.map((row) => ({ ...row, ranAt: row.ranAt.toISOString() }));
  }

  /** Those of some runs whose whole result is kept. */
  async withResult(runIds: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ runId: string }>(
      'SELECT run_id AS "runId" FROM backtests.results WHERE run_id = ANY($1)',
      [runIds],
    );
    return rows.map(({ runId }) => runId);
  }

  /** Notes that a job could not be run, and why. */
  async refuse(runId: string, reason: string): Promise<void> {
    await this.pool.query(
      `INSERT INTO backtests.refused_jobs (run_id, reason) VALUES ($1, $2)
       ON CONFLICT (run_id) DO UPDATE SET reason = EXCLUDED.reason, refused_at = clock_timestamp()`,
      [runId, reason],
    );
  }

  async forgetRefusals(runIds: readonly string[]): Promise<void> {
    await this.pool.query('DELETE FROM backtests.refused_jobs WHERE run_id = ANY($1)', [runIds]);
  }

  /** Why, by run. */
  async refusals(runIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ runId: string; reason: string }>(
      'SELECT run_id AS "runId", reason FROM backtests.refused_jobs WHERE run_id = ANY($1)',
      [runIds],
    );
    return new Map(rows.map(({ runId, reason }) => [runId, reason]));
  }
}
