import { dateInWords, numberInWords, spanInWords } from './words';

/** A run as a sentence needs it; sessions are YYYY-MM-DD. */
export interface RunToTell {
  readonly direction: 'falling' | 'rising';
  readonly start: string;
  readonly end: string;
  /** Sessions. */
  readonly length: number;
  /** The next close may extend it. */
  readonly inForce: boolean;
  /** A fraction. */
  readonly return: number;
  /** The last earlier run of its direction at least as long; null where the tape has none. */
  readonly longestSince: { readonly end: string; readonly length: number } | null;
  readonly tapeFrom: string;
}

/** How likely such a run was somewhere in the span; null where no close is on record. */
export interface RunChances {
  readonly sessions: number;
  /** In the same direction, in this instrument. */
  readonly sameDirection: number | null;
  /** In either direction, in this instrument. */
  readonly eitherDirection: number | null;
  /** In either direction, in any of the instruments scanned; null where they were not. */
  readonly anyInstrument: number | null;
  readonly instruments: number;
}

/**
 * A run as a newsroom writes it: "XNAS:AMZN fell nine sessions in a row from February 3 to 13, 2026 (-18.2%), its
 * longest losing streak since Friday, July 14, 2006, when it fell nine sessions in a row." Since is the last run at
 * least as long, dated by its end; without one it says how far back the tape goes.
 */
export function sentenceOf(name: string, run: RunToTell): string {
  const verb = verbOf(run);
  const change = `${run.return > 0 ? '+' : ''}${(run.return * 100).toFixed(1)}%`;
  const rows = `${name} ${verb} ${sessionsInWords(run.length)} from ${spanInWords(run.start, run.end)} (${change})`;
  if (run.length < 2) return `${name} ${verb} on ${dateInWords(run.end)} (${change}), which is no streak yet.`;
  return `${rows}, its ${recordOf(run)}.`;
}

/** What the sentence is worth: how likely such a run was somewhere, the more so the more was looked at. */
export function chancesSentenceOf(run: Pick<RunToTell, 'direction' | 'length'>, chances: RunChances): string {
  const { sessions, sameDirection, eitherDirection, anyInstrument, instruments } = chances;
  if (sameDirection === null || eitherDirection === null)
    return 'How likely such a streak is cannot be said: no close is on record that has one before it.';
  const streak = run.direction === 'falling' ? 'losing streak' : 'winning streak';
  const looked = `${sessions.toLocaleString('en-US')} sessions`;
  const scanned = `${instruments.toLocaleString('en-US')} ${instruments === 1 ? 'instrument' : 'instruments'}`;
  const anywhere =
    anyInstrument === null
      ? ''
      : `; of either direction in at least one of the ${scanned} scanned, ${inPercent(anyInstrument)}`;
  return (
    `If sessions were independent, a ${streak} of at least ${numberInWords(run.length)} somewhere in its ${looked} had a ` +
    `chance of ${inPercent(sameDirection)}; of either direction, ${inPercent(eitherDirection)}${anywhere}.`
  );
}

function verbOf({ direction, inForce }: RunToTell): string {
  if (inForce) return direction === 'falling' ? 'has fallen' : 'has risen';
  return direction === 'falling' ? 'fell' : 'rose';
}

function recordOf({ direction, longestSince, tapeFrom }: RunToTell): string {
  const streak = direction === 'falling' ? 'longest losing streak' : 'longest winning streak';
  if (longestSince === null) return `${streak} on a tape that begins on ${dateInWords(tapeFrom)}`;
  const verb = direction === 'falling' ? 'fell' : 'rose';
  return `${streak} since ${dateInWords(longestSince.end)}, when it ${verb} ${sessionsInWords(longestSince.length)}`;
}

function sessionsInWords(length: number): string {
  return length === 1 ? 'one session' : `${numberInWords(length)} sessions in a row`;
}

/** Two digits that say something, also very close to none and to all. */
function inPercent(probability: number): string {
  if (probability > 0.995) return 'more than 99%';
  if (probability >= 0.01) return `${Math.round(probability * 100)}%`;
  if (probability >= 1e-6) return `${Number((probability * 100).toPrecision(2))}%`;
  return 'less than one in a million';
}
