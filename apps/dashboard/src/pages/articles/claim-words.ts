import { money } from '../../words/money';
import { plural } from '../../words/numbers';
import type { Part } from './article';

const WORDINGS: Readonly<Record<NonNullable<Part['stated']>['wording'], string>> = {
  plain: '',
  exactly: 'exactly ',
  about: 'about ',
  nearly: 'nearly ',
  moreThan: 'more than ',
  atLeast: 'at least ',
  lessThan: 'less than ',
  atMost: 'at most ',
  upTo: 'up to ',
};

/** As the article has it: "more than $450.0 bn"; undefined where the part states no figure. */
export function statedText({ stated }: Pick<Part, 'stated'>): string | undefined {
  return stated === null ? undefined : `${WORDINGS[stated.wording]}${figureText(stated.value, stated.unit)}`;
}

/** As the tape has it, in the claim's direction. */
export function foundText({ found }: Pick<Part, 'found'>): string | undefined {
  if (found === null) return undefined;
  if ('value' in found) return figureText(found.value, found.unit);
  return `${figureText(found.low, found.unit)} to ${figureText(found.high, found.unit)}`;
}

/** Which figures the stated one admits: "8.5 sessions to 9.5 sessions". */
export function admittedText({ tolerance, stated }: Pick<Part, 'tolerance' | 'stated'>): string | undefined {
  if (tolerance === null || stated === null) return undefined;
  const { from, to, closed } = tolerance;
  const [least, most] = [from, to].map((value) => (value === null ? null : figureText(value, stated.unit)));
  if (least !== null && most !== null) return `${least ?? ''} to ${most ?? ''}`;
  if (least !== null) return `${closed ? 'at least' : 'more than'} ${least ?? ''}`;
  return most === null ? 'anything' : `${closed ? 'at most' : 'less than'} ${most ?? ''}`;
}

const COUNTS = ['session', 'day', 'week', 'month'];

/** A figure of a claim by its unit: 1.00%, $463.3 bn, 9 sessions, $198.79. */
export function figureText(value: number, unit: string): string {
  if (unit === 'fraction') return `${(value * 100).toFixed(2).replace('-', '\u2212')}%`;
  if (!COUNTS.includes(unit)) return money(value, unit);
  return Number.isInteger(value) ? plural(value, unit) : `${value} ${unit}s`;
}
