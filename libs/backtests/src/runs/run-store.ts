import { createHash } from 'node:crypto';
import type { BacktestResult, DataLint } from '@streakline/backtest';
import { type BacktestPerformance, backtestPerformance, measuredSharpe } from '@streakline/performance';
import type { Pool } from 'pg';
import { type RunManifest, runIdOf } from '../manifest/run-manifest';
import { inTransaction } from '@streakline/database';
import type { KeptRun, KeptTrial, RunDocument } from './kept-run';
import { purgedFigures } from './purged-figures';

export interface RunToKeep {
  readonly manifest: RunManifest;
  readonly result: BacktestResult;
  readonly data?: DataLint | null;
  /** Whether the whole result is kept, or its figures alone; default true. */
  readonly withResult?: boolean;
}

export interface RunSearch {
  readonly strategy?: string | undefined;
  /** Only those kept before this one. */
  readonly beforeSeq?: number | undefined;
  readonly limit: number;
}

/** Two runs of one manifest gave different bytes: a fault of ours, or of the machine. */
export class NotReproducibleError extends Error {
  override readonly name = 'NotReproducibleError';
}

const COLUMNS = `run_id AS "runId", seq, strategy, code_hash AS "codeHash", params, settings, position, manifest, data,
  state, failure, metrics, purged, sharpe, result_hash AS "resultHash", ran_at AS "ranAt"`;

type RunRow = Omit<KeptRun, 'seq' | 'position' | 'ranAt'> & {
  readonly seq: string;
  readonly position: string;
  readonly ranAt: Date;
};

/** Runs that were made, in PostgreSQL: kept once, never changed, told again byte by byte. */
export class RunStore {
  constructor(private readonly pool: Pool) {}

  /**
   * Keeps a run; keeping it again changes nothing, and adds its result where only its figures were kept.
   *
   * @throws NotReproducibleError where the same manifest gave another result before
   */
  async keep({ manifest, result, data = null, withResult = true }: RunToKeep): Promise<KeptRun> {
    const runId = runIdOf(manifest);
    const bytes = JSON.stringify(result);
    const performance = backtestPerformance(result);
    const row = rowOf(manifest, result, performance);
    const resultHash = createHash('sha256').update(bytes).digest('hex');
    await inTransaction(this.pool, async (client) => {
      await client.query(FORGET_ENDED_FOR_TIME, [runId]);
      await client.query(KEEP_RUN, [runId, ...row, json(data), resultHash]);
      if (withResult) await client.query(KEEP_RESULT, [runId, bytes, json(performance), resultHash]);
    });
    const kept = await this.find(runId);
    if (kept === undefined) throw new Error(`The run ${runId} vanished while it was kept.`);
    if (kept.resultHash !== resultHash && !endedForTime(result)) throw notReproducible(runId);
    return kept;
  }

  async find(runId: string): Promise<KeptRun | undefined> {
    const { rows } = await this.pool.query<RunRow>(`SELECT ${COLUMNS} FROM backtests.runs WHERE run_id = $1`, [runId]);
    return rows[0] && keptOf(rows[0]);
  }

  /** Ids that begin so, a few at most: what a person types of one. */
  async idsLike(prefix: string): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      'SELECT run_id AS id FROM backtests.runs WHERE starts_with(run_id, $1) ORDER BY seq DESC LIMIT 10',
      [prefix],
    );
    return rows.map(({ id }) => id);
  }

  /** Newest first. */
  async list({ strategy, beforeSeq, limit }: RunSearch): Promise<readonly KeptRun[]> {
    const { rows } = await this.pool.query<RunRow>(
      `SELECT ${COLUMNS} FROM backtests.runs
        WHERE ($1::text IS NULL OR strategy = $1) AND ($2::bigint IS NULL OR seq < $2) ORDER BY seq DESC LIMIT $3`,
      [strategy ?? null, beforeSeq ?? null, limit],
    );
    return rows.map(keptOf);
  }

  /** Every run that was ever kept of a strategy, oldest first: its trials. */
  async trialsOf(strategy: string): Promise<readonly KeptTrial[]> {
    // They may be many: no manifests, whose universes are long.
    const { rows } = await this.pool.query<KeptTrial>(
      `SELECT run_id AS "runId", state, failure, metrics, purged, sharpe
         FROM backtests.runs WHERE strategy = $1 ORDER BY seq`,
      [strategy],
    );
    return rows;
  }

  /** With its result; undefined where there is no such run, or its figures alone were kept. */
  async document(runId: string): Promise<RunDocument | undefined> {
    const run = await this.find(runId);
    const { rows } = await this.pool.query<Omit<RunDocument, 'run'>>(
      'SELECT result, performance FROM backtests.results WHERE run_id = $1',
      [runId],
    );
    return run && rows[0] && { run, ...rows[0] };
  }
}

const FORGET_ENDED_FOR_TIME = `
  DELETE FROM backtests.results AS result USING backtests.runs AS run
   WHERE result.run_id = $1 AND run.run_id = $1 AND run.failure->>'code' = 'timeLimit'`;

const KEEP_RUN = `
  INSERT INTO backtests.runs AS kept
    (run_id, strategy, code_hash, params, settings, position, manifest, state, failure, metrics, sharpe, purged, data, result_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (run_id) DO UPDATE
    SET state = EXCLUDED.state, failure = EXCLUDED.failure, metrics = EXCLUDED.metrics, sharpe = EXCLUDED.sharpe,
        purged = EXCLUDED.purged, result_hash = EXCLUDED.result_hash, ran_at = clock_timestamp()
    WHERE kept.failure->>'code' = 'timeLimit'`;

/** Of the very result that the run's figures are of: another one must not stand beside them. */
const KEEP_RESULT = `
  INSERT INTO backtests.results (run_id, result, performance)
  SELECT run_id, $2, $3 FROM backtests.runs WHERE run_id = $1 AND result_hash = $4
  ON CONFLICT (run_id) DO NOTHING`;

function rowOf(manifest: RunManifest, result: BacktestResult, performance: BacktestPerformance | null) {
  const { strategy, codeHash, params, settings, position } = manifest;
  const figures = performance?.net;
  return [
    ...[strategy, codeHash, json(params), json(settings), position, json(manifest), result.state],
    ...[json(result.failure), json(figures?.metrics ?? null), json(figures ? measuredSharpe(figures) : null)],
    json(purgedFigures(result)),
  ];
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function keptOf({ seq, position, ranAt, ...rest }: RunRow): KeptRun {
  return { ...rest, seq: Number(seq), position: Number(position), ranAt: ranAt.toISOString() };
}

function endedForTime({ failure }: BacktestResult): boolean {
  return failure?.code === 'timeLimit';
}

function notReproducible(runId: string): NotReproducibleError {
  return new NotReproducibleError(
    `The run ${runId} gave another result than when it was made before, which must not happen: please report it with its manifest. The first result stays.`,
  );
}
