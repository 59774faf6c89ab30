/** What went wrong, for programs; the message says where and how to mend it. */
export type SweepErrorCode =
  /** A parameter's values are not readable, or not of its type. */
  | 'badSpace'
  /** A parameter that the strategy has not. */
  | 'unknownParam'
  /** Nothing to try, or more than any machine should. */
  | 'spaceSize'
  /** Windows that the sessions of the replay cannot hold. */
  | 'badSplits'
  /** No such sweep is stored. */
  | 'unknownSweep'
  /** The stored sweep is of other code than the file now holds. */
  | 'otherCode'
  /** A run came out under another manifest than it was planned with: a fault of ours. */
  | 'drifted'
  /** A job on the topic that is no job. */
  | 'badJob';

/** Any failure that this library expects. */
export class SweepError extends Error {
  override readonly name = 'SweepError';

  constructor(
    readonly code: SweepErrorCode,
    message: string,
  ) {
    super(message);
  }
}
