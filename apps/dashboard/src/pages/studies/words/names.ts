import { type Timing, TIMINGS } from '../../../words/timings';
import type { BaseDirection, EventRequest, Outcome, Selection } from '../form/study-types';

type Kind = NonNullable<Selection['kinds']>[number];
/** A value with its name for people. */
export type Named<Value extends string> = readonly (readonly [value: Value, name: string])[];

export const kinds: Named<Kind> = [
  ['earnings', 'Earnings'],
  ['guidance', 'Guidance'],
  ['deal', 'Deal'],
  ['funding', 'Funding'],
  ['leadership', 'Leadership'],
  ['product', 'Product'],
  ['regulatory', 'Regulatory'],
  ['other', 'Other'],
];

export const timings: Named<Timing> = (
  ['preMarket', 'intraday', 'afterClose', 'nonTradingDay', 'unknown'] as const
).map((timing) => [timing, capital(TIMINGS[timing])]);

export const models: Named<EventRequest['model']> = [
  ['market', 'Market model'],
  ['marketAdjusted', 'Market-adjusted'],
  ['meanAdjusted', 'Mean-adjusted'],
  ['factors', 'Factor model'],
  ['scholesWilliams', 'Scholes-Williams'],
  ['dimson', 'Dimson'],
];

/** What each model takes for a normal day. */
export const modelExpects: Readonly<Record<EventRequest['model'], string>> = {
  market: 'a + b × the market’s return, a and b from the estimation window: the usual choice',
  marketAdjusted: 'the market’s return of the same day; nothing is estimated from it',
  meanAdjusted: 'the share’s own mean return over the estimation window, blind to the market',
  factors: 'a linear function of the benchmark’s and the factors’ returns, from the estimation window',
  scholesWilliams: 'the market model, its slope corrected for thin trading (Scholes and Williams 1977)',
  dimson: 'the market model, slopes of the days around summed for thin trading (Dimson 1979)',
};

export const studied: Named<EventRequest['value']> = [
  ['return', 'Returns'],
  ['logVolume', 'Volume (log)'],
  ['volatility', 'Volatility (log range of the day)'],
];

export const screens: Named<string> = [
  ['assumedDay0', 'Day 0 assumed: only the date is known'],
  ['outsideCalendar', 'Day 0 beyond the exchange’s calendar'],
  ['noBenchmark', 'No benchmark in force on day 0'],
  ['benchmarkWithoutSessions', 'The benchmark lacks sessions that the share has'],
  ['shortEstimationWindow', 'Too few usable estimation days'],
  ['missingEventDays', 'Event days without a return'],
  ['noBarOnDay0', 'No return on day 0: a halt, or the end of the tape'],
  ['sameDay0', 'An earlier event has the same instrument and day 0'],
  ['overlappingWindow', 'The window shares days with an earlier event of the instrument'],
  ['contaminatedWindow', 'Another announcement of the instrument lies in the window'],
  ['unrecordedSplit', 'A return that looks like a split that is not on record'],
  ['nonPositivePrice', 'A price at or below zero'],
  ['thinTrading', 'Many estimation days without trading or change'],
];

/** Why an event could not be used that no screen chooses: the model has no answer, or the run none. */
const unfit: Named<string> = [
  ['unfit', 'The model cannot be estimated'],
  ['tooFewEstimationDays', 'Too few usable estimation days for the model'],
  ['noFactorVariation', 'A market that stood still over the estimation days'],
  ['collinearFactors', 'Factors that explain each other over the estimation days'],
  ['noResidualVariation', 'A price that never moved beyond the model over the estimation days'],
  ['reversingMarket', 'A market too much against its previous day for this model'],
  ['extremeValues', 'Values too large or too small to be squared'],
  ['noBase', 'The tape begins on day 0'],
];

/** A reason for leaving out, in words. */
export function reasonName(code: string): string {
  return nameOf([...screens, ...unfit], code);
}

export const outcomes: Readonly<Record<Outcome, string>> = {
  extended: 'Share whose day 0 keeps the run’s direction',
  began: 'Share whose day 0 moves, with no run in force',
  lengthFromDay0: 'Mean sessions from day 0 on',
  returnFromDay0: 'Return from the base close to the run’s last',
  marketCapChangeFromDay0: 'Change of market cap from the base close on',
  marketCapChange: 'Change of market cap over the whole run',
};

export const directions: Readonly<Record<BaseDirection, string>> = {
  any: 'any run at base, or none',
  falling: 'falling at base',
  rising: 'rising at base',
  none: 'no run at base',
};

/** The comparisons that a streak study makes. */
export const comparisons: readonly (readonly [Outcome, BaseDirection])[] = [
  ...(['any', 'falling', 'rising'] as const).map((direction) => ['extended', direction] as const),
  ['began', 'none'],
  ...(['any', 'falling', 'rising', 'none'] as const).map((direction) => ['lengthFromDay0', direction] as const),
  ...(['returnFromDay0', 'marketCapChangeFromDay0', 'marketCapChange'] as const).flatMap((outcome) =>
    (['falling', 'rising'] as const).map((direction) => [outcome, direction] as const),
  ),
];

export function nameOf(named: Named<string>, value: string): string {
  return named.find(([each]) => each === value)?.[1] ?? value;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
