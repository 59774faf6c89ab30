import { loadStrategy, RunStore } from '@streakline/backtests';
import { openDatabase } from '@streakline/database';
import { connectEventLog } from '@streakline/event-log';
import { PostgresEventStore } from '@streakline/event-store';
import { createLog } from '@streakline/observability';
import { ReadSide } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { jobsTopicOf, MarketShelf, startWorker, SweepStore } from '../src';
import { MIGRATIONS } from './small-market';

/* A worker that says a line for each job: <database> <brokers> <topic> <group> <strategy file>. */
async function main([url = '', brokers = '', topic = '', group = '', file = '']: readonly string[]): Promise<void> {
  const { pool } = await openDatabase({ url, migrations: MIGRATIONS });
  const readSide = new ReadSide({ pool, store: new PostgresEventStore(pool), projection: dossiersProjection.name });
  const eventLog = connectEventLog({ brokers: brokers.split(','), clientId: 'worker' }, createLog('fatal'));
  const { ended } = await startWorker(
    {
      ...{ eventLog, group, topic: { ...jobsTopicOf(), name: topic }, strategies: [await loadStrategy(file)] },
      ...{ runs: new RunStore(pool), sweeps: new SweepStore(pool), shelf: new MarketShelf({ readSide, threads: 1 }) },
      onJob: ({ runId, outcome }) => process.stdout.write(`${outcome} ${String(runId)}\n`),
    },
    new AbortController().signal,
  );
  await ended;
}

void main(process.argv.slice(2));
