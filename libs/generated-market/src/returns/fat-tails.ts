import type { SeededRandom } from '@streakline/event-study';

/** Persistent swings of a variance whose long-run mean is one (Bollerslev 1986, GARCH(1,1)). */
export interface Clustering {
  /** Share that yesterday's squared shock has in today's variance. */
  readonly shock: number;
  /** Share that yesterday's variance has. */
  readonly memory: number;
}

/**
 * Student's t scaled to a variance of one, by Bailey's polar method (Mathematics of Computation 62, 1994): tails as daily
 * returns have them.
 */
export function fatTailed(random: SeededRandom, degreesOfFreedom: number): number {
  const radius = degreesOfFreedom * ((1 - random.uniform()) ** (-2 / degreesOfFreedom) - 1);
  const t = Math.sqrt(radius) * Math.cos(2 * Math.PI * random.uniform());
  return t * Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
}

/** Fat-tailed shocks of variance one on the whole, calm and loud days each in rows. */
export function clusteredShocks(
  random: SeededRandom,
  days: number,
  degreesOfFreedom: number,
  { shock, memory }: Clustering,
): Float64Array {
  const shocks = new Float64Array(days);
  let variance = 1;
  for (let day = 0; day < days; day++) {
    shocks[day] = Math.sqrt(variance) * fatTailed(random, degreesOfFreedom);
    variance = 1 - shock - memory + shock * shocks[day]! ** 2 + memory * variance;
  }
  return shocks;
}

/** Of mean zero and variance one (Box and Muller 1958); a second one is not kept, so that draws can be counted. */
export function normal(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}

/** Uniform on [low, high). */
export function between(random: SeededRandom, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}

/** Uniform on the whole numbers from low to high, both included. */
export function wholeBetween(random: SeededRandom, low: number, high: number): number {
  return low + random.below(high - low + 1);
}
