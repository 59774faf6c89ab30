import type { Command } from 'commander';
import { parseCount } from '../../study/parse-options';
import { parseTimeLimit, withRunOptions } from '../run-options';
import type { CheckOptions } from './check';

export function addCheck(backtest: Command): void {
  withRunOptions(backtest.command('check'))
    .argument('<file>', 'TypeScript file of the strategy')
    .description('look for decisions that rest on the future, and for data that shows it')
    .option('--cuts <number>', 'moments to cut the log at', parseCount(1, 10_000), 24)
    .option('--check-seed <number>', 'that draws them', parseCount(0, 2 ** 32), 1)
    .option('--max-time <seconds>', 'make no more cuts after this long; tell how many were left out', parseTimeLimit)
    .option('--json', 'one JSON document')
    .addHelpText('after', details)
    .action(async (file: string, options: CheckOptions) => (await import('./check')).check(file, options));
}

const details = `
Runs the strategy on the whole log, and on the log cut at many moments, as if nothing had become known later. What it
decided before a cut must be the same: where it is not, it looked ahead, and the first such decision is shown, with what
it knew too early. Data that a cut cannot judge is linted: bars known before their session's close, prices adjusted for
later splits, and the share of facts recorded more than 7 days after they were public. Exit code 1 where something leaks; 3 where
nothing did, and --max-time left cuts out. Every cut is a run of its own, up to its moment.

Example:
  streakline backtest check examples/strategies/earnings-drift.ts --from 2018-01-01 --to 2020-01-01 --cuts 50`;
