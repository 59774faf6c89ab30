import type { Command } from 'commander';
import { withStorage } from '../../projections/with-storage';
import { parseCount } from '../../study/parse-options';
import type { CompareOptions, ListOptions, ShowOptions } from './kept';

/** Looking at runs that were made before. */
export function addKeptRuns(backtest: Command): void {
  withStorage(backtest.command('list'))
    .description('runs that were kept, newest first')
    .option('--strategy <name>', 'of this strategy alone')
    .option('--limit <number>', 'at most', parseCount(1, 100_000), 20)
    .option('--json', 'one JSON document')
    .action(async (options: ListOptions) => (await import('./kept')).list(options));
  withStorage(backtest.command('show'))
    .argument('<run>', 'its id, or how that begins')
    .description('a run that was kept, byte by byte as it ended')
    .option('--json', 'one JSON document')
    .option('--html <file>', 'write the tearsheet as a page that needs nothing else')
    .action(async (id: string, options: ShowOptions) => (await import('./kept')).show(id, options));
  withStorage(backtest.command('compare'))
    .argument('<run>', 'its id, or how that begins')
    .argument('<other>', 'another one')
    .description('two runs side by side: what is different between them, and their figures')
    .option('--json', 'one JSON document')
    .action(async (id: string, other: string, options: CompareOptions) =>
      (await import('./kept')).compare(id, other, options),
    );
}
