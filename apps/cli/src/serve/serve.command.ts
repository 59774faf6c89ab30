import { type Command, Option } from 'commander';
import { portOption } from './port-option';
import { rateLimitOption } from './rate-limit-option';
import type { ServeOptions } from './serve';
import { trustNetworkOption } from './trust-network-option';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('the whole of Streakline in one process: writes, projections and the API')
    .addOption(portOption('0 takes a free one').default(8080))
    .option(
      '--host <address>',
      'address to listen on; a loopback one, unless there are API keys (`keys create`) or the network is trusted',
      '127.0.0.1',
    )
    .addOption(trustNetworkOption())
    .addOption(rateLimitOption())
    .option('--data-dir <folder>', 'folder of the PostgreSQL that is started and stopped with it', '.streakline')
    .addOption(new Option('--database-url <url>', 'use this PostgreSQL instead').env('STREAKLINE_DATABASE_URL'))
    .addOption(
      new Option('--strategies <folder>', 'of the strategies that may be asked for by POST /v1/backtests').env(
        'STREAKLINE_STRATEGIES',
      ),
    )
    .addHelpText('after', details)
    .action(async (options: ServeOptions) => (await import('./serve')).serve(options));
}

const details = `
What was answered with 201 is stored for good: it survives a crash of this process, of PostgreSQL and of the machine.
Ctrl-C (or SIGTERM) lets requests finish first; a second one stops at once.

Examples:
  streakline serve
  streakline serve --port 8080 --data-dir ./data
  streakline serve --database-url postgres://user:password@localhost:5432/streakline`;
