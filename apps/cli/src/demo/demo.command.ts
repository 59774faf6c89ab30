import { type Command, Option } from 'commander';
import { portOption } from '../serve/port-option';
import type { DemoOptions } from './run-demo';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('the Amazon case of February 2026 from end to end: two announcements, and what they did to the shares')
    .option('--once', 'print the report and exit, instead of serving the API until stopped')
    .option('--json', 'print the figures as one JSON document on standard output')
    .option('--kafka', 'intake, relay, projector and query as processes of their own, with Kafka between them')
    .addOption(
      new Option(
        '--data-dir <folder>',
        'keep the data there, for further commands; default: a temporary folder',
      ).conflicts('kafka'),
    )
    .addOption(portOption('0 takes a free one').default(0))
    .addHelpText('after', details)
    .action(async (options: DemoOptions) => (await import('./run-demo')).runDemo(options));
}

const details = `
Starts the whole of Streakline on an empty temporary data folder, types the case in over HTTP, waits until it can be
read back, and prints what the API answers. The folder is removed at the end, unless
--data-dir names one that stays: again on the same, it adds nothing.

With --kafka, bars and announcements go in by records on the inbound topics. The Kafka is that of KAFKA_BROKERS, else a
\`npm run kafka:local\` of this checkout that runs, else one that is started for the while (Java 17 and Maven). Topics
have a prefix of their own and are removed at the end.

Examples:
  streakline demo
  streakline demo --kafka
  streakline demo --once --data-dir ./data && streakline import article report.md --data-dir ./data
  streakline demo --once --json | jq '.announcements[0].reactions[0].tStatistic'`;
