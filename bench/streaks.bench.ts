import { binomialInterval, complete } from '@streakline/event-study';
import { comparisons, probabilityOfRun, runStreakStudy, streakStudyDefaults } from '@streakline/streak-statistics';
import { bothTests } from '../libs/streak-statistics/test/both-tests';
import { marketMade } from '../libs/streak-statistics/test/markets';
import type { Bench, BenchRow } from './bench';
import { now } from './pairing';
import { sizeFrom } from './projected/open-projected';

const MARKETS = sizeFrom('STREAKLINE_BENCH_STREAK_MARKETS', 300);
/** Fifty instruments that move together, for a year, announce on the same six days. */
const MARKET = { instruments: 50, sessions: 250, together: 0.3, seasons: 6 };
const LARGE = { seed: 1, instruments: 500, sessions: 2_520, together: 0.3, seasons: 40 };
const EXTENDED = comparisons.findIndex(({ outcome, direction }) => outcome === 'extended' && direction === 'falling');

/** Does the test of streak studies keep its level where announcements do nothing, and what does a study of ten years take? */
export const bench: Bench = {
  name: 'streaks',
  run: ({ log }) => {
    const nulls = rejections(0);
    log(`${MARKETS} markets without an effect are judged`);
    const planted = rejections(0.6);
    log(`${MARKETS} markets with one are judged`);
    return Promise.resolve([
      rejected('a true null, by the common shift', nulls.common, '5'),
      rejected('a true null, by labels permuted within each instrument', nulls.naive, '5: it is far from it'),
      rejected('a planted effect (6 in 10 runs kept on), by the common shift', planted.common, 'most'),
      largeStudy(),
      chances(),
    ]);
  },
};

function rejections(planted: number): { readonly common: number; readonly naive: number } {
  let [common, naive] = [0, 0];
  for (let seed = 0; seed < MARKETS; seed++) {
    const p = bothTests(marketMade({ ...MARKET, seed, planted }), seed);
    if ((p.common[EXTENDED] ?? 1) <= 0.05) common++;
    if ((p.naive[EXTENDED] ?? 1) <= 0.05) naive++;
  }
  return { common, naive };
}

function rejected(what: string, times: number, target: string): BenchRow {
  const { lower, upper } = binomialInterval(times, MARKETS, 0.95);
  const percent = (share: number) => (share * 100).toFixed(1);
  return {
    ...{ what: `rejected at 5%: ${what}`, unit: 'in 100', ours: (times / MARKETS) * 100, ceiling: null, target },
    note: `${percent(lower)} to ${percent(upper)} (95%), ${MARKETS} markets of ${MARKET.instruments} instruments`,
  };
}

function largeStudy(): BenchRow {
  const tapes = marketMade(LARGE);
  const began = now();
  complete(runStreakStudy(tapes, { ...streakStudyDefaults, primary: { outcome: 'extended', direction: 'any' } }));
  return {
    what: 'a streak study of 20,000 announcements, 500 instruments x 10 years',
    ...{ unit: 's', ours: (now() - began) / 1000, ceiling: null },
    note: '999 shifts of the calendar, 999 resamples of its months',
  };
}

function chances(): BenchRow {
  const shares = [0.47, 0.01, 0.52] as const;
  const chain = { first: shares, next: [shares, shares, shares] as const };
  const tapes = 2_000;
  const began = now();
  for (let i = 0; i < tapes; i++) probabilityOfRun(chain, { direction: 'either', length: 9, sessions: 5_000 });
  return {
    what: 'the exact probability of a run of nine in 5,000 sessions, a tape',
    ...{ unit: 'ms', ours: (now() - began) / tapes, ceiling: null },
  };
}
