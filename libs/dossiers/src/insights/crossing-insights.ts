import type { Known } from '../known/known';
import { capChange } from '../market-caps/cap-change';
import { capColumnsOf } from '../market-caps/cap-columns';
import type { CrossingInsight } from './insight';
import { insightAt } from './insight-at';

const LOWEST_MARK = 1e9;

/** The marks that the market cap crossed from the bar before a place to the bar there, in the order it passed them. */
export function crossingInsights(known: Known, place: number): readonly CrossingInsight[] {
  if (place === 0) return [];
  const { marketCap } = capColumnsOf(known);
  const [before, after] = [marketCap[place - 1]!, marketCap[place]!];
  const direction = after > before ? 'up' : 'down';
  const marks = direction === 'up' ? marksIn(before, after) : marksIn(after, before).reverse();
  return marks.map((mark) =>
    insightAt(known, {
      ...{ kind: 'marketCapCrossed' as const, place, from: place - 1, detail: String(mark) },
      data: {
        crossing: {
          ...{ mark, direction, baseSession: known.sessions[place - 1]! },
          ...{ marketCapBefore: before, marketCap: after, ...capChange(known, place - 1, place) },
        },
      },
    }),
  );
}

/** Marks above one market cap and up to another, ascending; none where either is unknown (NaN). To reach a mark is to cross it. */
function marksIn(above: number, upTo: number): number[] {
  const marks: number[] = [];
  if (!Number.isFinite(upTo) || Number.isNaN(above)) return marks;
  for (let power = LOWEST_MARK; power <= upTo; power *= 10) {
    for (let m = 1; m <= 9; m++) if (m * power > above && m * power <= upTo) marks.push(m * power);
  }
  return marks;
}
