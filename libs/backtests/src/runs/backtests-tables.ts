import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * A row a run that ended, for ever, whoever made it: each is a trial of its strategy, which is what a deflated Sharpe
 * ratio counts. `result_hash` is that of the result's bytes: the same run must give them again. Results are kept of runs
 * that were asked for one by one, not of a sweep's many. json, not jsonb: told again byte by byte.
 *
 * A run that was ended for its time is no fact about its manifest: a quicker machine replaces it.
 */
const UP = `
  CREATE SCHEMA backtests;
  CREATE TABLE backtests.runs (
    run_id text PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    strategy text NOT NULL,
    code_hash text NOT NULL,
    params json NOT NULL,
    settings json NOT NULL,
    position bigint NOT NULL,
    manifest json NOT NULL,
    data json,
    state text NOT NULL CHECK (state IN ('done', 'failed')),
    failure json,
    metrics json,
    sharpe json,
    result_hash text NOT NULL,
    ran_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((state = 'failed') = (failure IS NOT NULL))
  );
  CREATE INDEX runs_by_strategy ON backtests.runs (strategy, seq);
  CREATE TABLE backtests.results (
    run_id text PRIMARY KEY REFERENCES backtests.runs,
    result json NOT NULL,
    performance json
  );
  CREATE FUNCTION backtests.forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM backtests.runs WHERE run_id = OLD.run_id AND failure->>'code' = 'timeLimit') THEN
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'A backtest is kept as it ended: % of % is not possible', TG_OP, OLD.run_id;
  END $$;
  CREATE TRIGGER runs_are_kept BEFORE UPDATE OR DELETE ON backtests.runs
    FOR EACH ROW EXECUTE FUNCTION backtests.forbid_change();
  CREATE TRIGGER results_are_kept BEFORE UPDATE OR DELETE ON backtests.results
    FOR EACH ROW EXECUTE FUNCTION backtests.forbid_change();`;

/** Runs that were made, and the results of those that were asked for one by one. */
export class CreateBacktests1795392000000 implements MigrationInterface {
  readonly name = 'CreateBacktests1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA backtests CASCADE');
  }
}

/** Figures of runs without the positions that were open at their end: what walk-forward trainings are judged by. */
export class AddPurgedFigures1795435200000 implements MigrationInterface {
  readonly name = 'AddPurgedFigures1795435200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE backtests.runs ADD COLUMN purged json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE backtests.runs DROP COLUMN purged');
  }
}

/** TypeORM migrations of this library, in order. */
export const backtestsMigrations = [CreateBacktests1795392000000, AddPurgedFigures1795435200000];
