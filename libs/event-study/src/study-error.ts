/** What is wrong with a study as a whole. */
export type StudyErrorCode =
  | 'invalidWindow'
  | 'estimationOverlapsEvent'
  | 'windowOutsideEvent'
  | 'noWindows'
  | 'missingFactor'
  | 'unequalFactors'
  | 'unequalLengths'
  | 'invalidDay0'
  | 'invalidDimson'
  | 'infiniteValue'
  | 'invalidSpans'
  | 'spansWithoutModel';

/** A study that cannot be computed as asked. The message says what, where and how to mend it. */
export class StudyError extends Error {
  override readonly name = 'StudyError';

  constructor(
    readonly code: StudyErrorCode,
    message: string,
  ) {
    super(message);
  }
}
