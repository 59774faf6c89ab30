/**
 * What a claim may be taken to mean, where its words admit more than one thing. A reading names one choice of each kind
 * that matters to it.
 */
export const readingCodes = [
  /* Of a streak that is said to follow an announcement: all of it, or what came after the announcement. */
  'wholeStreak',
  'afterAnnouncement',
  /* Of a move tied to an announcement, without dates: day 0, or from the base close to the article's moment. */
  'dayZero',
  'sinceAnnouncement',
  /* "Five days". */
  'sessions',
  'calendarDays',
  'priceReturn',
  'totalReturn',
  /* Market value by the share count in force at each end, or by that of one end at both. */
  'countsInForce',
  'countBefore',
  'countAfter',
  /* Of all share classes, or of this one. */
  'company',
  'class',
  /* An article that may have been published before the close: the close, or any moment of that session. */
  'atClose',
  'withinSession',
  /* An announcement known by its date alone: which session is day 0. */
  'firstCandidate',
  'secondCandidate',
  /* Of a relation: the order in time, the date that was given, and that one caused the other. */
  'order',
  'date',
  'cause',
] as const;
export type ReadingCode = (typeof readingCodes)[number];

/** Each code as it stands in a sentence: "read as ...". */
export const readingWords: Readonly<Record<ReadingCode, string>> = {
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
