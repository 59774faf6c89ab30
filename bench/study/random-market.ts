import type { ReturnSeries, StudyEvent } from '@streakline/event-study';

/** Sessions of some ten years. */
const SESSIONS = 2_520;
const FIRMS = 500;

/** Days that an event needs around its own: 250 to estimate, 41 of its own. */
export const ESTIMATION = { from: -260, to: -11 };
export const EVENT = { from: -10, to: 30 };
export const WINDOWS = [
  { from: 0, to: 0 },
  { from: 0, to: 1 },
  { from: -1, to: 1 },
  { from: -5, to: 5 },
  { from: 0, to: 20 },
];

/** Events of 500 firms on random days of ten years, no missing days; the same on every run. */
export function randomEvents(count: number): readonly StudyEvent[] {
  const random = linearCongruential(20_260_227);
  const days = Int32Array.from({ length: SESSIONS }, (_, day) => day);
  const market = Float64Array.from(days, () => 0.02 * (random() - 0.5));
  const firms = Array.from({ length: FIRMS }, (): ReturnSeries => {
    const beta = 0.5 + random();
    return { days, factors: [market], returns: market.map((one) => beta * one + 0.04 * (random() - 0.5)) };
  });
  const room = SESSIONS - 260 - 31;
  return Array.from({ length: count }, (_, place) => ({
    id: `${place}`,
    firm: `${place % FIRMS}`,
    group: null,
    series: firms[place % FIRMS]!,
    day0: 260 + Math.floor(random() * room),
    omittedDays: [],
  }));
}

/** Numerical Recipes' 32-bit generator: enough for data whose only duty is not to repeat. */
function linearCongruential(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
