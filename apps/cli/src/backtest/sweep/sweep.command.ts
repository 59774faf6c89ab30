import type { Command } from 'commander';
import { withKafka } from '../../kafka/kafka-options';
import { parseCount } from '../../study/parse-options';
import { withRunOptions } from '../run-options';
import type { SweepOptions } from './sweep';

export function addSweep(backtest: Command): void {
  withKafka(withRunOptions(backtest.command('sweep')))
    .argument('<file>', 'TypeScript file of the strategy')
    .description('run a strategy with many parameters, and judge the best by how many were tried')
    .option('--grid <name=a,b,c>', 'values to try, each with all others; may be given more than once', collect, [])
    .option('--random <name=a..b>', 'a range to draw from (a..b:log by order of magnitude)', collect, [])
    .option('--trials <number>', 'draws of the ranges (default 20), or points of a large grid', parseCount(1, 100_000))
    .option('--sweep-seed <number>', 'of the draws', parseCount(0, 2 ** 32), 1)
    .option(
      '--walk-forward <train=504,test=126,...>',
      'choose on the past, test on what follows; embargo=5,purge=0,anchored',
    )
    .option(
      '--criterion <metric>',
      'the highest is the best: sharpe, sortino, calmar, cagr, totalReturn, ...',
      'sharpe',
    )
    .option('--kafka', 'send the runs to workers through a Kafka topic, and wait for them')
    .option('--resume <id>', 'go on with a sweep that was interrupted: its settings are stored with it')
    .option('--json', 'one JSON document')
    .addHelpText('after', details)
    .action(async (file: string, options: SweepOptions) => (await import('./sweep')).sweep(file, options));
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

const details = `
Every run is kept as it ends, and none is made twice: interrupted at any moment, the same command, or --resume with the
id that it printed, goes on from there. The deflated Sharpe ratio (DSR) is the chance that a trial's true Sharpe ratio is
above what the best of ALL stored trials of the strategy would show if none were worth anything, single runs and other
sweeps included. Exit code 3 where some runs could not be made.

Examples:
  streakline backtest sweep drift.ts --from 2016-01-01 --to 2026-01-01 --grid hold=5,10,20 --random threshold=0.01..0.1 \\
    --trials 10 --threads 2
  streakline backtest sweep drift.ts --from 2016-01-01 --to 2026-01-01 --grid hold=5,10,20 \\
    --walk-forward train=504,test=126,embargo=5,purge=20
  streakline backtest sweep drift.ts --resume swp_0f3a... --kafka`;
