import type { Command } from 'commander';
import { portOption } from '../serve/port-option';
import type { DemoOptions } from './run-demo';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('the Amazon case of February 2026 from end to end: two announcements, and what they did to the shares')
    .option('--once', 'print the report and exit, instead of serving the API until stopped')
    .option('--json', 'print the figures as one JSON document on standard output')
    .addOption(portOption('0 takes a free one').default(0))
    .addHelpText('after', details)
    .action(async (options: DemoOptions) => (await import('./run-demo')).runDemo(options));
}

const details = `
Starts the whole of Streakline on an empty temporary data folder, types the case in over HTTP, waits until it can be
read back, and prints what the API answers. The folder is removed at the end.

Examples:
  streakline demo
  streakline demo --once --json | jq '.announcements[0].reactions[0].tStatistic'`;
