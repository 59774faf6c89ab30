import { SweepError } from '../sweep-error';

/** In sessions. */
export interface WalkForward {
  readonly train: number;
  readonly test: number;
  /** Left out before a test, beyond the purge, because returns of neighbouring sessions hang together. */
  readonly embargo: number;
  /**
   * What of a training is left out because it bears on the test. `open`: every session from the first entry on whose
   * position is still open at the training's end, in each trial its own. A number: so many sessions at the end.
   */
  readonly purge: number | 'open';
  /** Every training begins at the start, and grows; else it moves along. */
  readonly anchored: boolean;
}

/** Dates, [from, to). */
export interface Window {
  readonly from: string;
  readonly to: string;
}

export interface Split {
  /** 1, 2, ... */
  readonly number: number;
  readonly train: Window;
  readonly test: Window;
}

/**
 * Splits of a replay in which parameters are chosen on the past alone (M. Lopez de Prado, "Advances in Financial Machine
 * Learning", 2018, chapter 7): tests follow one another without overlap, and before each one `embargo` sessions, and those of a purge that is
 * a number, lie between it and its training. What an `open` purge leaves out is known only once the training has been run.
 *
 * `sessions` are those of the replay, ascending; `end` is where it ends (a date). The last test may be shorter, by at most
 * half.
 *
 * @throws SweepError `badSplits`
 */
export function walkForwardSplits(
  sessions: readonly string[],
  end: string,
  { train, test, embargo, purge: purging, anchored }: WalkForward,
): readonly Split[] {
  const purge = purging === 'open' ? 0 : purging;
  for (const [name, length, least] of [
    ['train', train, 1],
    ['test', test, 1],
    ['embargo', embargo, 0],
    ['purge', purge, 0],
  ] as const) {
    if (Number.isInteger(length) && length >= least) continue;
    throw new SweepError('badSplits', `${name}=${length} is no number of sessions: give a whole number from ${least}.`);
  }
  if (purge >= train) {
    throw new SweepError('badSplits', `A purge of ${purge} sessions leaves nothing of a training of ${train}.`);
  }
  const splits: Split[] = [];
  const dateAt = (place: number) => sessions[place] ?? end;
  for (let start = train + embargo; start + Math.ceil(test / 2) <= sessions.length; start += test) {
    const trained = start - embargo;
    splits.push({
      number: splits.length + 1,
      train: { from: dateAt(anchored ? 0 : trained - train), to: dateAt(trained - purge) },
      test: { from: dateAt(start), to: dateAt(start + test) },
    });
  }
  if (splits.length > 0) return splits;
  throw new SweepError(
    'badSplits',
    `The replay has ${sessions.length} sessions; a training of ${train}, an embargo of ${embargo} and half a test of ` +
      `${test} need ${train + embargo + Math.ceil(test / 2)}. Replay a longer time, or shorten them.`,
  );
}
