/** Where a long computation is. */
export interface StudyProgress {
  /** What is being done, in words for people. */
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/**
 * A computation in small steps: it yields its progress every few milliseconds of work and returns its result. Whoever
 * drives it decides what happens between steps, so that a server stays responsive and can cancel without threads.
 */
export type Stepwise<Result> = Generator<StudyProgress, Result, void>;

/** Drives a computation to its end in one go and returns its result. */
export function complete<Result>(steps: Stepwise<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
