import type { Claim } from '../answers';

type Part = NonNullable<Claim['now']>['parts'][number];

const PARTS: Readonly<Record<Part['part'], string>> = {
  direction: 'The direction',
  length: 'The length',
  span: 'The span',
  relation: 'The order in time',
  amount: 'The amount',
  record: 'The record',
  level: 'The level',
};

const READINGS: Readonly<Record<NonNullable<Part['reading']>[number], string>> = {
  wholeStreak: 'over the whole streak',
  afterAnnouncement: 'over what followed the announcement',
  dayZero: 'on day 0',
  sinceAnnouncement: 'since the announcement',
  sessions: 'in sessions',
  calendarDays: 'in calendar days',
  priceReturn: 'by price',
  totalReturn: 'with dividends',
  countsInForce: 'by the share count in force',
  countBefore: 'by the share count before',
  countAfter: 'by the share count after',
  company: 'of the company',
  class: 'of the class',
  atClose: 'at the close',
  withinSession: 'within the session',
  firstCandidate: 'on the first candidate day',
  secondCandidate: 'on the second candidate day',
  order: 'in order',
  date: 'by date',
  cause: 'as a cause',
};

/** "The amount, over the whole streak". */
export function partName({ part, reading = [] }: Pick<Part, 'part' | 'reading'>): string {
  return [PARTS[part], ...reading.map((each) => READINGS[each])].join(', ');
}
