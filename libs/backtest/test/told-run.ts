import { exchange } from '@streakline/market-time';
import {
  type BacktestResult,
  type BacktestSettingsInput,
  defineStrategy,
  openMarket,
  type Quantity,
  resolveSettings,
  runBacktest,
  type Strategy,
} from '../src';
import { type ToldInstrument, toldMarket } from './told-instrument';

/** A week without a holiday; its Friday is the 5th. */
export const WEEK = exchange('XNYS').sessions('2021-03-01', '2021-03-05');

/** No costs, so that figures can be worked out in the head. */
export const FREE = {
  ...{ commissionRate: 0, commissionMinimum: 0, slippageRate: 0, borrowRate: 0, cashRate: 0, debitRate: 0 },
};

/** What one instrument did, on the sessions of WEEK unless others are given; before them it traded 100,000 a day. */
export interface Tape {
  readonly close: readonly number[];
  readonly open?: readonly number[];
  readonly volume?: readonly number[];
  readonly sessions?: readonly string[];
  readonly mic?: string;
  readonly more?: (told: ToldInstrument) => void;
}

/** A run on instruments AAA, BBB, ... over WEEK, with 10,000 in cash and no costs unless the settings say otherwise. */
export function runOn(
  tapes: readonly Tape[],
  strategy: Strategy,
  settings: Partial<BacktestSettingsInput> = {},
): BacktestResult {
  const told = toldMarket();
  const packed = tapes.map(({ mic = 'XNYS', sessions = WEEK, close, open = close, volume, more }, i) => {
    const one = told.told('ABCDEF'.charAt(i).repeat(3), mic);
    const before = exchange(mic).sessions('2021-02-01', sessions[0]!).slice(0, -1);
    one.bars({ sessions: before, close: before.map(() => close[0]!), volume: before.map(() => 100_000) });
    one.bars({ sessions, close, open, volume: volume ?? close.map(() => 100_000) });
    more?.(one);
    return one.packed();
  });
  const market = openMarket(packed, { asRecorded: told.last });
  const dates = { from: '2021-03-01', to: '2021-03-06', initialCash: 10_000 };
  return runBacktest(market, strategy, { settings: resolveSettings({ ...dates, costs: FREE, ...settings }, market) });
}

export type Plan = Readonly<
  Record<string, Quantity | { readonly quantity: Quantity; readonly at?: 'open' | 'close'; readonly of?: string }>
>;

/** Orders of AAA (or `of`) by the session at whose close they are given. */
export function planned(plan: Plan): Strategy {
  return defineStrategy({
    name: 'planned',
    onSession({ order }, { session, traded }) {
      const entry = plan[session];
      if (entry === undefined) return;
      const { quantity, at, of = 'AAA' } = 'quantity' in entry ? entry : { quantity: entry };
      const instrument = traded.find(({ ref }) => ref.endsWith(of));
      if (instrument !== undefined) order(instrument, quantity, at === undefined ? {} : { at });
    },
  });
}
