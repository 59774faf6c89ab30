import { setImmediate as breath } from 'node:timers/promises';
import type { StudyProgress } from '@streakline/event-study';

/** Milliseconds of work after which others get their turn: what a request waits for at most, beside its own work. */
const SLICE_MS = 15;

/** Why a study stopped before its end. */
export type StopReason = 'cancelled' | 'lockLost' | 'stopping';

/** Thrown out of a study that was stopped between two of its steps. */
export class StudyStopped extends Error {
  override readonly name = 'StudyStopped';

  constructor(readonly reason: StopReason) {
    super(`The study was stopped: ${reason}.`);
  }
}

export interface DriveOptions {
  /** Looked at before each step; its reason is a {@link StudyStopped}. */
  readonly signal: AbortSignal;
  /** Told of each step; the next one waits for it. */
  readonly onProgress: (progress: StudyProgress) => Promise<void> | undefined;
}

/** Steps through a study to its end, letting everything else in the process have its turn in between. */
export async function drive<Result>(
  steps: Generator<StudyProgress, Result, void> | AsyncGenerator<StudyProgress, Result, void>,
  { signal, onProgress }: DriveOptions,
): Promise<Result> {
  let sliceEnds = performance.now() + SLICE_MS;
  try {
    for (;;) {
      signal.throwIfAborted();
      const step = await steps.next();
      if (step.done === true) return step.value;
      await onProgress(step.value);
      if (performance.now() < sliceEnds) continue;
      await breath();
      sliceEnds = performance.now() + SLICE_MS;
    }
  } finally {
    // So that what it holds open (a cursor of the store) is closed. After its end this does nothing.
    await steps.return(undefined as never);
  }
}
