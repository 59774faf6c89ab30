/**
 * What is looked at before an event is believed. Those of a whole event:
 * - `assumedDay0`: the moment was a bare date, so day 0 is a guess;
 * - `outsideCalendar`: day 0 lies beyond the calendar of the instrument's exchange;
 * - `noBenchmark`: none is in force on day 0, or nothing is known of it;
 * - `benchmarkWithoutSessions`: the instrument has returns on estimation or event days on which a factor has none;
 * - `shortEstimationWindow`: fewer usable estimation days than asked for;
 * - `noBarOnDay0`: no return on day 0 (a halt, the end of the tape);
 * - `sameDay0`: an earlier event of the study has the same instrument and day 0;
 * - `unrecordedSplit`: a return that looks like k shares for m, with no split on record;
 * - `nonPositivePrice`: a price, or what the return says of it, at or below zero;
 * - `thinTrading`: so many estimation days without trading, or with an unchanged price, that the model is doubtful.
 *
 * Those of single days, which disturb only the windows that contain them:
 * - `missingEventDays`: event days without a return;
 * - `contaminatedWindow`: another announcement of the instrument has its day 0 in the event window;
 * - `overlappingWindow`: an earlier event of the study, of the same instrument, has calendar days in common with it.
 */
export const screenNames = [
  'assumedDay0',
  'outsideCalendar',
  'noBenchmark',
  'benchmarkWithoutSessions',
  'shortEstimationWindow',
  'missingEventDays',
  'noBarOnDay0',
  'sameDay0',
  'overlappingWindow',
  'contaminatedWindow',
  'unrecordedSplit',
  'nonPositivePrice',
  'thinTrading',
] as const;
/** One of `screenNames`. */
export type ScreenName = (typeof screenNames)[number];

/** What follows from a suspicion: the event (or the windows concerned) left out; a warning; nothing. */
export const screenPolicies = ['exclude', 'warn', 'ignore'] as const;
export type ScreenPolicy = (typeof screenPolicies)[number];

/** What follows from each screen's suspicion: every screen has its policy. */
export type ScreenPolicies = Readonly<Record<ScreenName, ScreenPolicy>>;

/** On files nothing is left out unless asked. */
export const WARN_OF_ALL: ScreenPolicies = policiesOf('warn');
/** On the store what is doubtful is left out, by name. */
export const EXCLUDE_ALL: ScreenPolicies = policiesOf('exclude');

function policiesOf(policy: ScreenPolicy): ScreenPolicies {
  return Object.freeze(Object.fromEntries(screenNames.map((name) => [name, policy]))) as ScreenPolicies;
}
