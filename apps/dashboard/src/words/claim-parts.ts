import type { RowOf } from '@streakline/client';

type Verdict = NonNullable<RowOf<'/v1/claims'>['now']>;
type Part = Verdict['parts'][number];
type Reading = NonNullable<Part['reading']>[number];

export type VerdictWord = Verdict['verdict'];

const PARTS: Readonly<Record<Part['part'], string>> = {
  direction: 'Direction',
  length: 'Length',
  span: 'Date',
  relation: 'Order in time',
  amount: 'Amount',
  record: 'Record',
  level: 'Level',
};

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

/** What words were taken to mean, where they may mean several things. */
export function readingName(reading: readonly Reading[]): string {
  return reading.length === 0 ? 'the only one' : reading.map((code) => READINGS[code]).join(', ');
}
