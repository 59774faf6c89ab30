import { benchmarkOn } from '@streakline/dossiers';
import { fromDay, NotADateError, toDay } from '@streakline/market-time';
import type { Market, MarketInstrument } from '../market/market';
import { SettingsError } from '../strategy/errors';
import { commonest } from './commonest';
import { isPricedIn } from './priced-in';
import type { BacktestSettings, BacktestSettingsInput, Costs } from './settings';

/** Shown by every run that does not say otherwise. */
export const DEFAULT_COSTS: Costs = Object.freeze({
  commissionRate: 0.0005,
  commissionMinimum: 1,
  slippageRate: 0.0005,
  borrowRate: 0.03,
  cashRate: 0,
  debitRate: 0.06,
});

const PLAIN = Object.freeze({
  initialCash: 1_000_000,
  fillAt: 'open' as const,
  latencyMs: 300_000,
  maxVolumeShare: 0.05,
  fractionalShares: false,
  leverage: 1,
  allowShort: true,
  delistingReturn: -0.3,
  seed: 1,
  riskFreeRate: 0,
});

/**
 * Fills in what a caller left out, from the market where it depends on it, and checks the rest. Refs become ids. Resolved
 * settings come to themselves.
 *
 * @throws SettingsError
 */
export function resolveSettings(input: BacktestSettingsInput, market: Market): BacktestSettings {
  const { costs, universe: refs = null, benchmark: ref, ...plain } = input;
  const currency = input.currency ?? commonest(market.instruments.map(({ known }) => known.listing.currency)) ?? 'USD';
  const benchmarks = new Set(market.instruments.flatMap((one) => marketBenchmarkOf(one, input.to) ?? []));
  const universe =
    refs === null
      ? market.instruments
          .filter(({ known, instrumentId }) => isPricedIn(known, currency) && !benchmarks.has(instrumentId))
          .map(({ instrumentId }) => instrumentId)
      : [...new Set(refs.map((one) => idOf(one, 'universe', market)))];
  const settings: BacktestSettings = {
    ...PLAIN,
    ...plain,
    ...{ currency, universe: tradable(universe, currency, market) },
    benchmark:
      ref === undefined || ref === null ? commonBenchmark(universe, market, input.to) : idOf(ref, 'benchmark', market),
    costs: { ...DEFAULT_COSTS, ...costs },
  };
  check(settings);
  checkCalendars(settings, market);
  return settings;
}

function idOf(ref: string, field: string, market: Market): string {
  const byId = market.instruments.find(({ instrumentId }) => instrumentId === ref);
  // The newest bearer of a symbol: the last one to take it.
  const found = byId ?? market.instruments.findLast(({ known }) => named(known.names.at(-1)) === ref);
  const once = found ?? market.instruments.findLast(({ known }) => known.names.some((name) => named(name) === ref));
  if (once !== undefined) return once.instrumentId;
  throw new SettingsError(
    field,
    `the market has no instrument "${ref}": write an id, or MIC:SYMBOL such as XNAS:AMZN.`,
  );
}

function named(name: { readonly mic: string; readonly symbol: string } | undefined): string | null {
  return name === undefined ? null : `${name.mic}:${name.symbol}`;
}

function tradable(universe: readonly string[], currency: string, market: Market): readonly string[] {
  const priced = market.instruments.filter(({ known }) => isPricedIn(known, currency));
  const ids = new Set(priced.map(({ instrumentId }) => instrumentId));
  return universe.filter((id) => ids.has(id));
}

function marketBenchmarkOf({ known }: MarketInstrument, date: string): string | null {
  return benchmarkOn(known, 'market', date);
}

function commonBenchmark(universe: readonly string[], market: Market, date: string): string | null {
  const wanted = new Set(universe);
  const ids = market.instruments
    .filter(({ instrumentId }) => wanted.has(instrumentId))
    .flatMap((one) => marketBenchmarkOf(one, date) ?? []);
  const id = commonest(ids);
  return market.instruments.some(({ instrumentId }) => instrumentId === id) ? (id ?? null) : null;
}

function check(settings: BacktestSettings): void {
  const { from, to, universe, fillAt, seed, costs } = settings;
  for (const [field, date] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!isDate(date)) throw new SettingsError(field, `"${date}" is no date: write YYYY-MM-DD.`);
  }
  if (!(from < to))
    throw new SettingsError('to', `${to} is not after ${from}: trading goes from the one up to before the other.`);
  if (fillAt !== 'open' && fillAt !== 'close')
    throw new SettingsError('fillAt', `"${String(fillAt)}": say open or close.`);
  if (universe?.length === 0)
    throw new SettingsError('universe', `no instrument is in ${settings.currency}: nothing could be traded.`);
  within('initialCash', settings.initialCash, 0, Infinity, 'above');
  within('latencyMs', settings.latencyMs, 0, Infinity);
  within('maxVolumeShare', settings.maxVolumeShare, 0, 1, 'above');
  within('leverage', settings.leverage, 0, Infinity, 'above');
  within('delistingReturn', settings.delistingReturn, -1, Infinity);
  within('riskFreeRate', settings.riskFreeRate, -1, Infinity, 'above');
  for (const [name, value] of Object.entries(costs)) within(`costs.${name}`, value as number, 0, Infinity);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new SettingsError('seed', `${seed}: give a whole number from 0.`);
}

/** Nothing is extrapolated: a run lies within the calendars of the exchanges that it trades on, and has sessions. */
function checkCalendars({ from, to, universe }: BacktestSettings, { instruments }: Market): void {
  const wanted = new Set(universe);
  const traded = instruments.filter(({ instrumentId }) => wanted.has(instrumentId));
  const exchanges = [...new Set(traded.map(({ known }) => known.exchange))];
  for (const { mic, coverage } of exchanges) {
    const outside = `the calendar of ${mic} covers ${coverage.from} to ${coverage.to}.`;
    if (from < coverage.from) throw new SettingsError('from', `${from} is too early: ${outside}`);
    if (toDay(to) > toDay(coverage.to) + 1) throw new SettingsError('to', `${to} is too late: ${outside}`);
  }
  const last = fromDay(toDay(to) - 1);
  if (exchanges.some((exchange) => exchange.sessions(from, last).length > 0)) return;
  throw new SettingsError('to', `no exchange has a session from ${from} up to before ${to}.`);
}

function within(field: string, value: number, least: number, most: number, bound: 'from' | 'above' = 'from'): void {
  const isIn = Number.isFinite(value) && value <= most && (bound === 'from' ? value >= least : value > least);
  if (isIn) return;
  const upTo = most === Infinity ? '' : ` up to ${most}`;
  throw new SettingsError(field, `${value}: give a number ${bound} ${least}${upTo}.`);
}

function isDate(text: string): boolean {
  try {
    toDay(text);
    return true;
  } catch (error) {
    if (error instanceof NotADateError) return false;
    throw error;
  }
}
