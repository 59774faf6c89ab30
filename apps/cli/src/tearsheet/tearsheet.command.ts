import { type Command, InvalidArgumentError } from 'commander';
import { parseCount } from '../study/parse-options';
import type { TearsheetOptions } from './make-tearsheet';

export function addTearsheet(program: Command): void {
  program
    .command('tearsheet')
    .description('the standard figures of any series of returns, each with its convention')
    .requiredOption('--returns <file>', 'CSV: date,return; fractions, a row a period, dates ascending')
    .option('--benchmark <file>', 'CSV of what they are compared with, as the returns')
    .option('--risk-free <rate>', 'a year, as a fraction', parseRate, 0)
    .option('--periods <number>', 'periods a year (default: by the dates, 252 for sessions)', parseCount(1, 100_000))
    .option('--html <file>', 'also as a page that needs nothing else')
    .option('--json', 'one JSON document: figures, drawdowns, months and years')
    .addHelpText('after', details)
    .action(async (options: TearsheetOptions) => (await import('./make-tearsheet')).makeTearsheet(options));
}

function parseRate(text: string): number {
  const rate = Number(text);
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) && rate > -1 && rate < 10) return rate;
  throw new InvalidArgumentError(`'${text}' is no rate a year as a fraction, such as 0.04`);
}

const details = `
Dates on which the benchmark has no row are left out where the two are compared; a benchmark without any of the dates is
refused. docs/guides/tearsheets.md says how each figure is counted.
Exit codes: 0 ok, 1 failed, 2 the files or the options cannot be used.

Examples:
  streakline tearsheet --returns fund.csv --benchmark index.csv --risk-free 0.04
  streakline tearsheet --returns fund.csv --html fund.html --json | jq .metrics.sharpe`;
