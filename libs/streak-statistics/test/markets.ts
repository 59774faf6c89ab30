import { type SeededRandom, seededRandom } from '@streakline/event-study';
import type { StreakTape } from '../src';

/** A market whose instruments move together, and whose announcements come on the same days: all that a null may hold. */
export interface MarketMade {
  readonly seed: number;
  readonly instruments: number;
  readonly sessions: number;
  /** The market's part of every return's variance. */
  readonly together: number;
  /** Days on which every instrument announces. */
  readonly seasons: number;
  /** How likely day 0 is made to keep the direction of the run in force at base; 0: announcements do nothing. */
  readonly planted?: number;
}

// Jest's sandbox looks up globals so slowly that it shows in millions of draws.
const { abs, cos, floor, log, PI, sign, sqrt } = Math;

/** Made up, weekdays only; the same for the same seed. */
export function marketMade({ seed, instruments, sessions, together, seasons, planted = 0 }: MarketMade): StreakTape[] {
  const random = seededRandom(seed);
  const days = weekdays(sessions);
  const market = Float64Array.from({ length: sessions }, () => normal(random));
  const day0s = new Set<number>();
  while (day0s.size < seasons) day0s.add(10 + random.below(sessions - 20));
  const studied = [...day0s].sort((a, b) => a - b);
  return Array.from({ length: instruments }, (_, instrument) => {
    const values = new Float64Array(sessions).fill(100);
    const signs = new Int8Array(sessions);
    for (let i = 1; i < sessions; i++) {
      const drawn = sqrt(together) * market[i]! + sqrt(1 - together) * normal(random);
      const isKept = planted > 0 && day0s.has(i) && random.uniform() < planted;
      const change = isKept ? abs(drawn) * signs[i - 1]! : drawn;
      values[i] = values[i - 1]! * (1 + change / 100);
      signs[i] = sign(change);
    }
    const marketCaps = values.map((value) => value * 1e6);
    return { instrument: `I${instrument}`, days, signs, values, marketCaps, studied, announced: studied };
  });
}

function weekdays(count: number): Int32Array {
  // 1970-01-05 was a Monday; this is some Monday of 2015.
  return Int32Array.from({ length: count }, (_, i) => 16_440 + floor(i / 5) * 7 + (i % 5));
}

/** Box and Muller. */
function normal(random: SeededRandom): number {
  return sqrt(-2 * log(1 - random.uniform())) * cos(2 * PI * random.uniform());
}
