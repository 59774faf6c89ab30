import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * What a sweep tried: its plan, and which run (of backtests.runs) each trial is. A run may belong to several sweeps, and is
 * made once. Trials are there as soon as they are decided, so that a sweep that was interrupted can be told and resumed.
 * `refused_jobs`: why a worker could not run a job; it goes when the job is asked for again.
 */
const UP = `
  CREATE TABLE backtests.sweeps (
    sweep_id text PRIMARY KEY,
    strategy text NOT NULL,
    plan json NOT NULL,
    began_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE TABLE backtests.sweep_trials (
    sweep_id text NOT NULL REFERENCES backtests.sweeps,
    split integer NOT NULL,
    part text NOT NULL CHECK (part IN ('whole', 'train', 'test')),
    point integer NOT NULL,
    run_id text NOT NULL,
    PRIMARY KEY (sweep_id, split, part, point)
  );
  CREATE TABLE backtests.refused_jobs (
    run_id text PRIMARY KEY,
    reason text NOT NULL,
    refused_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );`;

const DOWN = 'DROP TABLE backtests.refused_jobs, backtests.sweep_trials, backtests.sweeps';

/** Sweeps and their trials; after the migrations of libs/backtests, whose schema they are in. */
export class CreateSweeps1795478400000 implements MigrationInterface {
  readonly name = 'CreateSweeps1795478400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

/** TypeORM migrations of this library, in order. */
export const sweepsMigrations = [CreateSweeps1795478400000];
