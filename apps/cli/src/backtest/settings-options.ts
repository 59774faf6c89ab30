import type { BacktestSettingsInput, Costs } from '@streakline/backtest';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../failures';
import { parseNames } from '../study/parse-options';

/** How a strategy is run, as it is typed. What is left out has the engine's defaults. */
export interface SettingsOptions {
  readonly from?: string;
  readonly to?: string;
  readonly cash?: number;
  readonly currency?: string;
  readonly universe?: readonly string[];
  readonly benchmark?: string;
  readonly fill?: 'open' | 'close';
  readonly latency?: number;
  readonly maxVolumeShare?: number;
  readonly fractionalShares?: boolean;
  readonly leverage?: number;
  readonly short: boolean;
  readonly delistingReturn?: number;
  readonly commissionRate?: number;
  readonly commissionMinimum?: number;
  readonly slippage?: number;
  readonly borrowRate?: number;
  readonly cashRate?: number;
  readonly debitRate?: number;
  readonly seed?: number;
  readonly riskFree?: number;
}

/** Adds the settings that every run of a strategy takes. */
export function withSettings(command: Command): Command {
  return command
    .option('--from <date>', 'first date traded; all before it is known from the start', parseDate)
    .option('--to <date>', 'trade up to before this date', parseDate)
    .option('--cash <amount>', 'initial cash (default 1,000,000)', parseNumber)
    .option('--currency <code>', 'of the portfolio (default that of most instruments)')
    .option('--universe <refs>', 'these instruments alone, such as XNAS:AMZN,XNAS:MSFT', parseNames)
    .option('--benchmark <ref>', 'to compare with (default the market benchmark of most instruments)')
    .addOption(new Option('--fill <auction>', 'where an order does not say (default open)').choices(['open', 'close']))
    .option('--latency <seconds>', 'an order decided later before an auction takes the next (default 300)', parseNumber)
    .option(
      '--max-volume-share <fraction>',
      'of prior average volume that an order may take (default 0.05)',
      parseNumber,
    )
    .option('--fractional-shares', 'trade parts of shares')
    .option('--leverage <multiple>', 'gross exposure allowed, of equity (default 1)', parseNumber)
    .option('--no-short', 'no short sales')
    .option('--delisting-return <return>', 'of a delisting for performance without cash (default -0.3)', parseNumber)
    .option('--commission-rate <fraction>', 'of the value traded (default 0.0005)', parseNumber)
    .option('--commission-minimum <amount>', 'per order (default 1)', parseNumber)
    .option('--slippage <fraction>', 'of the price (default 0.0005)', parseNumber)
    .option('--borrow-rate <fraction>', 'a year, of what is sold short (default 0.03)', parseNumber)
    .option('--cash-rate <fraction>', 'a year, earned on cash (default 0)', parseNumber)
    .option('--debit-rate <fraction>', 'a year, paid on debts (default 0.06)', parseNumber)
    .option('--seed <number>', "of the strategy's random numbers (default 1)", parseNumber)
    .option('--risk-free <fraction>', 'a year (default 0)', parseNumber);
}

/** What was typed of the settings, and nothing else. A UsageError without the dates. */
export function settingsInput(options: SettingsOptions): BacktestSettingsInput {
  const { from, to, cash, currency, universe, benchmark, fill, latency, leverage, seed } = options;
  const costs: Partial<Costs> = defined({
    commissionRate: options.commissionRate,
    commissionMinimum: options.commissionMinimum,
    slippageRate: options.slippage,
    borrowRate: options.borrowRate,
    cashRate: options.cashRate,
    debitRate: options.debitRate,
  });
  if (from === undefined || to === undefined) {
    throw new UsageError(
      'when is to be traded? Give --from and --to as dates, such as --from 2016-01-01 --to 2026-01-01',
    );
  }
  return {
    ...{ from, to },
    ...defined({
      ...{ initialCash: cash, currency, universe, benchmark, fillAt: fill, leverage, seed },
      latencyMs: latency === undefined ? undefined : latency * 1_000,
      maxVolumeShare: options.maxVolumeShare,
      fractionalShares: options.fractionalShares,
      allowShort: options.short ? undefined : false,
      delistingReturn: options.delistingReturn,
      riskFreeRate: options.riskFree,
    }),
    costs,
  };
}

export function parseNumber(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new InvalidArgumentError(`'${text}' is no number`);
}

export function parseDate(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (isDate && new Date(text).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError(`'${text}' is no date, such as 2021-03-01`);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
