import { SweepError } from '../sweep-error';

/** In sessions. */
export interface WalkForward {
  readonly train: number;
  readonly test: number;
  /** Left out before a test, beyond the purge, because returns of neighbouring sessions hang together. */
  readonly embargo: number;
  /** How long a decision bears on returns (the longest holding): so many sessions at the end of a training are left out. */
  readonly purge: number;
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
 * Learning", 2018, chapter 7): tests follow one another without overlap, and before each one `purge` and `embargo` sessions
 * lie between it and its training, so that nothing decided in the training reaches into the test.
 *
 * `sessions` are those of the replay, ascending; `end` is where it ends (a date). The last test may be shorter, by at most
 * half.
 *
 * @throws SweepError `badSplits`
 */
export function walkForwardSplits(
  sessions: readonly string[],
  end: string,
  { train, test, embargo, purge, anchored }: WalkForward,
): readonly Split[] {
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

/** When something was decided, and until when it bore on returns: a trade's entry and exit. Dates, both included. */
export interface Label {
  readonly from: string;
  readonly to: string;
}

/**
 * The labels that a training may use beside a test, purged and embargoed: those that do not overlap the test, and do not
 * begin in the `embargo` sessions after it (Lopez de Prado 2018, 7.4.1 and 7.4.2).
 */
export function purged<One extends Label>(
  labels: readonly One[],
  test: Window,
  sessions: readonly string[],
  embargo: number,
): readonly One[] {
  const after = sessions.findIndex((session) => session >= test.to);
  const free = after === -1 ? null : (sessions[after + embargo] ?? null);
  return labels.filter(({ from, to }) => to < test.from || (free !== null && from >= free));
}
