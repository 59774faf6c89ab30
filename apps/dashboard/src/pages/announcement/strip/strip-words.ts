import { moneyChange } from '../../../words/money';
import { percent, plural, price } from '../../../words/numbers';
import { day, shortDay } from '../../../words/times';
import type { Strip, Stretch } from './strip';

/** The head of a bracket: short where the whole run has one too, since that says what all of them are. */
export function headOf({ part, length, direction, inForce }: Stretch, hasWhole: boolean): string {
  const soFar = inForce ? ' so far' : '';
  const side = part === 'before' ? 'before' : 'from day 0 on';
  if (part === 'whole') return `${length} ${direction} closes in a row${soFar}`;
  return `${hasWhole ? length : plural(length, `${direction} close`)} ${side}${part === 'from' ? soFar : ''}`;
}

/** Whether a run that lies on both sides of the announcement is told as one. */
export function hasWhole(stretches: readonly Stretch[]): boolean {
  return stretches.some(({ part }) => part === 'whole');
}

/** Its figures: "−10.73% · −$246.6 bn". */
export function figuresOf({ return: change, marketCapChange }: Stretch, currency: string): string {
  return marketCapChange === null ? percent(change) : `${percent(change)} · ${moneyChange(marketCapChange, currency)}`;
}

/** The words of a bracket on a narrow window: its head on two lines, then each figure on one. */
export function bracketLines(stretch: Stretch, isParted: boolean, currency: string): readonly string[] {
  const short = headOf(stretch, isParted).replace(/ closes? /, ' ');
  const head = short.replace(' day 0', '|day 0').replace(' before', '|before').split('|');
  const { return: change, marketCapChange } = stretch;
  return [...head, percent(change), marketCapChange === null ? '' : moneyChange(marketCapChange, currency)];
}

/** What the strip shows, for those who do not see it. */
export function summaryOf({ sessions, stretches }: Strip, currency: string): string {
  const told = stretches.map(
    (each) => `${headOf(each, hasWhole(stretches))}: ${figuresOf(each, currency).replace(' · ', ', ')}`,
  );
  const closes = sessions
    .filter(({ part }) => part !== 'context')
    .map(({ session, close, return: change }) => `${shortDay(session)} ${price(close)} (${percent(change)})`);
  const span = `Closes from ${day(sessions[0]?.session)} to ${day(sessions.at(-1)?.session)}.`;
  return [span, ...told.map((each) => `${each}.`), closes.length === 0 ? '' : `${closes.join(', ')}.`].join(' ').trim();
}

export function partInWords(part: 'before' | 'from' | 'context', direction: string): string {
  if (part === 'context') return 'around it';
  return part === 'before' ? `${direction}, before` : `${direction}, from day 0 on`;
}
