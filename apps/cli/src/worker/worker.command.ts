import { type Command, Option } from 'commander';
import { parseTimeLimit } from '../backtest/run-options';
import { kafkaDetails, withKafka } from '../kafka/kafka-options';
import { withStorage } from '../projections/with-storage';
import { parseCount } from '../study/parse-options';
import type { WorkerOptions } from './worker';

export function addWorker(program: Command): void {
  withKafka(withStorage(program.command('worker')))
    .description('take the runs of sweeps from Kafka, until stopped')
    .addOption(
      new Option('--strategies <folder>', 'TypeScript files of the strategies it may run')
        .env('STREAKLINE_STRATEGIES')
        .makeOptionMandatory(),
    )
    .option('--threads <number>', 'runs at a time', parseCount(1, 256), 1)
    .option('--time-limit <seconds>', 'that one call of a strategy may take', parseTimeLimit, 10)
    .addHelpText('after', details)
    .action(async (options: WorkerOptions) => (await import('./worker')).work(options));
}

const details = `
Any number of workers share the runs of \`streakline backtest sweep --kafka\`, on any machines that reach the same Kafka
and PostgreSQL. Runs come as names and hashes, never as code: a worker runs the files of its own folder, and refuses what
it has not, which the waiting sweep tells. Killed at any moment, its runs are taken over by the others.
${kafkaDetails}

Example:
  streakline worker --strategies ./strategies --brokers kafka:9092 --database-url postgres://... --threads 8`;
