import { moneyChange } from '../../../words/money';
import { letterOf } from '../announcements/announced';
import type { Point } from '../tape/points';
import type { ReactionRow } from '../tape/rows';

/** A mark on the chart; `place` is the place of its session. */
export interface Mark {
  /** What a click on it opens; null: nothing. */
  readonly id: string | null;
  readonly place: number;
  readonly text: string;
  /** 1 is as large as a candle is wide. */
  readonly size: number;
  readonly pane: 'price' | 'cap';
}

/** In view at most, so that texts beside marks do not run into each other. */
const LETTERS_UP_TO = 520;
const AMOUNTS_UP_TO = 130;

/** Announcements at their day 0, and new share counts at the first close that counts them. */
export function marksOf(
  reactions: readonly ReactionRow[],
  points: readonly Point[],
  { places, inView, currency }: { places: ReadonlyMap<string, number>; inView: number; currency: string },
): readonly Mark[] {
  const isFar = inView > LETTERS_UP_TO;
  const announced = reactions.flatMap(({ announcement: { id, kind }, day0 }): Mark[] => {
    const place = day0 === null ? undefined : places.get(day0);
    return place === undefined
      ? []
      : [{ id, place, ...(isFar ? { text: '', size: 0.7 } : { text: letterOf(kind), size: 1.4 }), pane: 'price' }];
  });
  const counted = points.flatMap(({ cap }, place): Mark[] => {
    const effect = cap?.shareCountEffect ?? 0;
    if (effect === 0 || isFar) return [];
    const text = inView > AMOUNTS_UP_TO ? '' : `new share count ${moneyChange(effect, currency)}`;
    return [{ id: null, place, text, size: 0.7, pane: 'cap' }];
  });
  return [...announced.sort((a, b) => a.place - b.place), ...counted];
}
