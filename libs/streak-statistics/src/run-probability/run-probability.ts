import type { SignChain } from '../signs/sign-chain';
import { StreakStatisticsError } from '../streak-statistics-error';

/** A run whose probability is asked for: closes in one direction, session after session. */
export interface RunWanted {
  readonly direction: 'falling' | 'rising' | 'either';
  /** Sessions that the run has at least: 1 or more. */
  readonly length: number;
  /** Sessions among which it may lie anywhere: 0 or more. */
  readonly sessions: number;
}

/**
 * The exact probability that closes which follow a chain contain a run of at least `length` somewhere among `sessions`.
 *
 * By finite Markov chain imbedding (Fu and Koutras, Journal of the American Statistical Association 1994): a path is
 * absorbed when a run reaches the length, which it does in the session length - 1 after the one that began it. What is
 * absorbed is added up directly, never taken from 1, so that small probabilities keep all their digits. O(sessions).
 */
export function probabilityOfRun({ first, next }: SignChain, wanted: RunWanted): number {
  const { direction, length, sessions } = wanted;
  requireCounts(length, sessions);
  const [afterFalling, afterUnchanged, afterRising] = next;
  const falling = new Direction(afterFalling[0], direction !== 'rising', wanted);
  const rising = new Direction(afterRising[2], direction !== 'falling', wanted);
  let [down, flat, up] = [0, 0, 0];
  for (let session = 0; session < sessions; session++) {
    // What arrives in each move from the two others; plain numbers, as a directory of ten thousand tapes asks for this.
    const isFirst = session === 0;
    const begunDown = isFirst ? first[0] : flat * afterUnchanged[0] + up * afterRising[0];
    const begunUp = isFirst ? first[2] : down * afterFalling[2] + flat * afterUnchanged[2];
    flat = isFirst ? first[1] : down * afterFalling[1] + flat * afterUnchanged[1] + up * afterRising[1];
    down = falling.after(session, begunDown, down);
    up = rising.after(session, begunUp, up);
  }
  return Math.min(1, falling.absorbed + rising.absorbed);
}

/** One direction's runs: how much began in each session, and so how much is complete `length - 1` sessions later. */
class Direction {
  absorbed = 0;
  private readonly length: number;
  private readonly began: Float64Array;
  /** That a run which began goes on to its full length. */
  private readonly whole: number;

  constructor(
    /** That a run goes on for another session. */
    private readonly stay: number,
    private readonly isWanted: boolean,
    { length, sessions }: RunWanted,
  ) {
    this.length = length;
    this.began = new Float64Array(isWanted ? sessions : 0);
    this.whole = stay ** (length - 1);
  }

  /** What moves in the direction in a session and is no run of the full length yet. */
  after(session: number, begun: number, before: number): number {
    const moving = begun + before * this.stay;
    if (!this.isWanted) return moving;
    this.began[session] = begun;
    const start = session - this.length + 1;
    if (start < 0) return moving;
    const complete = this.began[start]! * this.whole;
    this.absorbed += complete;
    return this.length === 1 ? 0 : Math.max(0, moving - complete);
  }
}

function requireCounts(length: number, sessions: number): void {
  if (Number.isInteger(length) && length >= 1 && Number.isInteger(sessions) && sessions >= 0) return;
  throw new StreakStatisticsError(
    'invalidLength',
    `A run of at least ${length} in ${sessions} sessions: both must be whole numbers, the length 1 or more.`,
  );
}
