import type { Command } from 'commander';
import { withStorage } from '../projections/with-storage';
import { parseCount } from '../study/parse-options';
import type { GenerateMarketOptions } from './generate';

export function addMarket(program: Command): void {
  const market = program.command('market').description('markets made of numbers alone, to try things out on');
  withStorage(market.command('generate'))
    .description('write a market that a seed decides, with all that happens to shares, and a drift after earnings')
    .option('--instruments <number>', 'companies beside the index', parseCount(1, 9_999), 500)
    .option('--years <number>', 'up to the end', parseCount(1, 35), 10)
    .option('--announcements <number>', 'of all companies together', parseCount(0, 10_000_000), 10_000)
    .option('--seed <number>', 'of all that is drawn', parseCount(0, 0xffff_ffff), 1)
    .option('--end <date>', 'last date', '2025-12-31')
    .option(
      '--faults <number>',
      'companies with a bar that claims too much, for checks to find',
      parseCount(0, 9_999),
      0,
    )
    .option('--json', 'one JSON document about what was written')
    .addHelpText('after', details)
    .action(async (options: GenerateMarketOptions) => (await import('./generate')).generateMarket(options));
}

const details = `
Companies S0001, S0002, ... on XNAS and XNYS, and the fund ARCX:SMKT on the market as their benchmark: bars with volume, a
market factor, industries, fat tails, calm and loud days in rows; splits, dividends, distributions, halts, share counts
as filed, listings that begin and end, a few bars put right a month later or delivered late; reports with estimates, some put off,
after which the price drifts on: docs/guides/generated-market.md says by how much. The same options give the same events with the same ids: a second
run adds nothing, and goes on where an interrupted one ended.

Examples:
  streakline market generate --data-dir ./market
  streakline market generate --instruments 50 --years 3 --announcements 600 --data-dir ./small --json`;
