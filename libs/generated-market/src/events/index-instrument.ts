import type { NewEvent } from '@streakline/events';
import { seededRandom } from '@streakline/event-study';
import type { MarketCalendar } from '../calendar';
import { instrumentIdOf } from '../company/company';
import { normal } from '../returns/fat-tails';
import type { MarketFactors } from '../returns/market-factors';
import type { Bar } from '../tape/bar';
import { cents } from '../tape/tape';
import { barsEvents } from './bars-events';
import type { Listed } from './listing-events';

/** What all companies are compared with: a fund on the market's own returns. */
export const indexInstrument: Listed = {
  instrumentId: instrumentIdOf('ARCX', 'SMKT'),
  mic: 'ARCX',
  symbol: 'SMKT',
  name: 'Generated Market Index Fund',
};

const FIRST_PRICE = 200;
const OVERNIGHT_SHARE = 0.3;
const SHARES_A_DAY = 50_000_000;

export function indexBars(seed: number, { market }: MarketFactors, calendar: MarketCalendar): readonly NewEvent[] {
  const random = seededRandom(seed * 2 ** 20);
  let price = FIRST_PRICE;
  const bars: Bar[] = [];
  for (let place = 0; place < calendar.length; place++) {
    const from = price * Math.exp(OVERNIGHT_SHARE * market[place]!);
    price = from * Math.exp((1 - OVERNIGHT_SHARE) * market[place]!);
    const [open, close] = [cents(from), cents(price)];
    const reach = () => 0.004 * Math.abs(normal(random));
    const high = Math.max(open, close, cents(Math.max(from, price) * Math.exp(reach())));
    const low = Math.min(open, close, cents(Math.min(from, price) * Math.exp(-reach())));
    const volume = Math.round(SHARES_A_DAY * Math.exp(0.3 * normal(random)));
    bars.push({ place, open, high, low, close, volume });
  }
  return barsEvents(indexInstrument.instrumentId, { bars, firstSaidWrong: null, late: null }, calendar);
}
