import { money } from '../../words/money';
import { plural } from '../../words/numbers';
import type { Part, Verdict } from './article';

export type VerdictWord = Verdict['verdict'];

/** In the order in which they are counted: what is wrong first. */
export const VERDICTS: readonly VerdictWord[] = ['contradicted', 'partly', 'supported', 'uncheckable'];

/** Each with a shape, so that no colour has to be seen. */
export const VERDICT_MARKS: Readonly<Record<VerdictWord, string>> = {
  contradicted: '✕',
  partly: '◐',
  supported: '✓',
  uncheckable: '?',
};

const PARTS: Readonly<Record<Part['part'], string>> = {
  direction: 'Direction',
  length: 'Length',
  span: 'Date',
  relation: 'Order in time',
  amount: 'Amount',
  record: 'Record',
  level: 'Level',
};

type Reading = NonNullable<Part['reading']>[number];

const READINGS: Readonly<Record<Reading, string>> = {
  wholeStreak: 'over the whole streak',
  afterAnnouncement: 'over what followed the announcement',
  dayZero: 'on the first session that could react',
  sinceAnnouncement: 'from the announcement to the article',
  sessions: 'counted in sessions',
  calendarDays: 'counted in calendar days',
  priceReturn: 'as price return',
  totalReturn: 'with dividends',
  countsInForce: 'by the share count in force at each close',
  countBefore: 'by the earlier share count',
  countAfter: 'by the later share count',
  company: 'for all share classes',
  class: 'for this share class',
  atClose: 'at the close',
  withinSession: 'at some moment of the session',
  firstCandidate: 'if it was public before the close of its date',
  secondCandidate: 'if it was public after the close of its date',
  order: 'as an order in time',
  date: 'by its date',
  cause: 'as a cause',
};

/** What of a claim is judged: "Amount, over the whole streak"; what lies beside the order in time has a name of its own. */
export function partName({ part, reading = [] }: Pick<Part, 'part' | 'reading'>): string {
  if (reading.includes('cause')) return 'Cause';
  if (reading.includes('date')) return 'Date of the announcement';
  const meant = reading.filter((code) => code !== 'order').map((code) => READINGS[code]);
  return [PARTS[part], ...meant].join(', ');
}

export function readingName(reading: readonly Reading[]): string {
  return reading.length === 0 ? 'the only one' : reading.map((code) => READINGS[code]).join(', ');
}

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
