import { type Command, Option } from 'commander';
import { withRunOptions } from '../run-options';
import type { RunCommandOptions } from './run';

export function addRun(backtest: Command): void {
  withRunOptions(backtest.command('run'))
    .argument('<file>', 'TypeScript file of the strategy')
    .description('run a strategy, keep what came of it, and print its tearsheet')
    .addOption(
      new Option('--example <name>', 'on a market that comes with Streakline, in a temporary folder').choices([
        'amazon-2026',
      ]),
    )
    .option('--json', 'one JSON document: manifest, metrics, curve, orders, trades')
    .option('--html <file>', 'write the tearsheet as a page that needs nothing else')
    .option('--out <file>', 'write the JSON document to a file')
    .addHelpText('after', details)
    .action(async (file: string, options: RunCommandOptions) => (await import('./run')).run(file, options));
}

const details = `
The strategy is compiled, and runs in a thread of its own, in a world without files, network or clock; it is ended where a
call of it takes longer than --time-limit. The same code, parameters, settings and position give the same run, byte for
byte, and its id is the hash of these. A strategy that throws ends with exit code 1; what it did until then is kept.

Examples:
  streakline market generate --data-dir ./market
  streakline backtest run examples/strategies/earnings-drift.ts --data-dir ./market --from 2017-01-01 --to 2026-01-01 --html drift.html
  streakline backtest run examples/strategies/deal-to-deal.ts --example amazon-2026 --from 2026-01-02 --to 2026-03-01`;
