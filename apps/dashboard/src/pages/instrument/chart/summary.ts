import { plural, price } from '../../../words/numbers';
import { day } from '../../../words/times';
import type { Band } from '../streaks/bands';
import type { Point } from '../tape/points';
import type { Range } from '../tape/spans';

/** The part of the tape in view in a sentence or two: from where to where, and its longest streak. */
export function summaryOf(points: readonly Point[], { from, to }: Range, bands: readonly Band[]): string {
  const seen = points.slice(from, to + 1).filter(({ bar }) => bar !== null);
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined) return 'No bar is in view.';
  const span = `${plural(seen.length, 'session')} from ${day(first.session)} to ${day(last.session)}`;
  const closes = `closes from ${price(first.bar?.close)} to ${price(last.bar?.close)}`;
  const whole = bands.filter((band) => band.from >= from && band.to <= to);
  const longest = whole.reduce<Band | null>(
    (best, band) => (best === null || band.length > best.length ? band : best),
    null,
  );
  return longest === null ? `${span}, ${closes}.` : `${span}, ${closes}. ${longestOf(longest, points)}`;
}

function longestOf({ direction, length, from, to, cuts, label }: Band, points: readonly Point[]): string {
  const dates = `${day(points[from + 1]?.session)} to ${day(points[to]?.session)}`;
  const streak = `The longest streak in view is ${length} ${direction} closes in a row, ${dates}, ${label[1]}`;
  const [cut] = cuts;
  if (cut === undefined || cuts.length > 1) return `${streak}.`;
  return `${streak}; ${cut.before} of them before day 0 of an announcement, ${cut.after} from it on.`;
}
