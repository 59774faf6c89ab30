import type { StreakTape } from '../src';

/** A tape of moves from its second bar on; each close is a hundredth up or down from the one before. */
export function tapeOf(moves: readonly number[], others: Partial<StreakTape> = {}): StreakTape {
  const signs = Int8Array.from([0, ...moves.map((move) => Math.sign(move))]);
  const values = new Float64Array(signs.length).fill(100);
  moves.forEach((move, i) => (values[i + 1] = values[i]! * (1 + move / 100)));
  const days = Int32Array.from(signs, (_, i) => 20_000 + i);
  const marketCaps = new Float64Array(signs.length).fill(Number.NaN);
  return { instrument: 'A', days, signs, values, marketCaps, studied: [], announced: [], ...others };
}
