import { seededRandom } from '@streakline/event-study';
import type { Decision } from './decisions';
import type { MarketMoments } from './market-moments';

export interface CutChoice {
  /** How many moments; fewer where the replay has no more. */
  readonly cuts: number;
  readonly seed: number;
  /** Of the replay, epoch milliseconds, [from, to). */
  readonly from: number;
  readonly to: number;
}

/**
 * Moments to cut the log at, ascending: half of them instants at which the strategy decided something (there a leak shows
 * however short its reach), the others closes and announcements (there it shows that it should have decided and did not).
 * The seed draws them; the first and the last decision are always among them.
 */
export function cutMoments(
  decisions: readonly Pick<Decision, 'decidedAt'>[],
  moments: Pick<MarketMoments, 'bars' | 'announcements'>,
  { cuts, seed, from, to }: CutChoice,
): readonly number[] {
  const random = seededRandom(seed);
  const chosen = new Set<number>();
  const within = (at: number) => at >= from && at < to;
  const decided = [...new Set(decisions.map(({ decidedAt }) => decidedAt))].filter(within);
  for (const at of [decided.at(0), decided.at(-1)]) if (at !== undefined && chosen.size < cuts) chosen.add(at);
  draw(decided, Math.ceil(cuts / 2));
  draw(Array.from(moments.announcements).filter(within), Math.ceil((cuts * 3) / 4));
  draw(Array.from(moments.bars).filter(within), cuts);
  draw(decided, cuts);
  return [...chosen].sort((a, b) => a - b);

  /** Without repeats, until so many are chosen in all. */
  function draw(pool: readonly number[], upTo: number): void {
    const left = pool.filter((at) => !chosen.has(at));
    while (chosen.size < upTo && left.length > 0) {
      const place = random.below(left.length);
      chosen.add(left[place]!);
      left[place] = left[left.length - 1]!;
      left.pop();
    }
  }
}
