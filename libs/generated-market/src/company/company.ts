import { idOf, type InstrumentId } from '@streakline/events';
import { type SeededRandom, seededRandom } from '@streakline/event-study';
import { planted } from '../planted';
import { between, wholeBetween } from '../returns/fat-tails';
import { industryNames } from '../returns/market-factors';
import { companyName } from './company-name';
import { drawLife, type Life } from './life';

/** A company's lasting traits. */
export interface Company {
  /** From 1. */
  readonly number: number;
  readonly instrumentId: InstrumentId;
  readonly mic: 'XNAS' | 'XNYS';
  readonly symbol: string;
  readonly name: string;
  readonly industry: number;
  readonly beta: number;
  /** Daily, of its own log returns. */
  readonly ownSd: number;
  readonly firstPrice: number;
  readonly firstShares: number;
  /** Share of its stock that is traded on a usual day. */
  readonly dailyTurnover: number;
  /** Thinly traded: on some sessions nothing is. */
  readonly thin: boolean;
  /** Paid each quarter as a share of the price; 0: pays none. */
  readonly dividendYield: number;
  /** Days from the end of a quarter to the report on it. */
  readonly reportLag: number;
  readonly life: Life;
}

/** Draws of one company and one purpose: what is drawn for one moves nothing of another. */
export function randomOf(
  seed: number,
  number: number,
  purpose: 'schedules' | 'traits' | 'news' | 'tape',
): SeededRandom {
  const place = { schedules: 0, traits: 1, news: 2, tape: 3 }[purpose];
  return seededRandom(seed * 2 ** 20 + number * 4 + place);
}

/** The id that listing the symbol by the API derives too: listed there again, it is the same instrument. */
export function instrumentIdOf(mic: string, symbol: string): InstrumentId {
  return idOf('ins', [mic, symbol, 0]);
}

export function drawCompany(seed: number, number: number, sessions: number): Company {
  const random = randomOf(seed, number, 'traits');
  const symbol = `S${String(number).padStart(4, '0')}`;
  const mic = number % 2 === 0 ? 'XNYS' : 'XNAS';
  return {
    number,
    instrumentId: instrumentIdOf(mic, symbol),
    mic,
    symbol,
    name: companyName(random, number),
    industry: number % industryNames.length,
    beta: between(random, 0.5, 1.5),
    ownSd: between(random, planted.ownSd.least, planted.ownSd.most),
    firstPrice: Math.exp(between(random, Math.log(15), Math.log(180))),
    firstShares: Math.round(Math.exp(between(random, Math.log(2e7), Math.log(3e9)))),
    dailyTurnover: between(random, 0.002, 0.01),
    thin: random.uniform() < 0.02,
    dividendYield: random.uniform() < 0.5 ? between(random, 0.002, 0.008) : 0,
    reportLag: wholeBetween(random, 18, 40),
    life: drawLife(random, sessions),
  };
}
