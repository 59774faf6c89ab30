import type { Stepwise } from '@streakline/event-study';
import { InterruptedError } from '../failures';
import { ProgressLine } from './progress-line';

/** Long enough to cost nothing, short enough that Ctrl-C and the progress line are prompt. */
const TURN_MS = 30;

/**
 * Drives a long computation to its end, with a progress bar on a terminal and none elsewhere; throws InterruptedError
 * soon after the signal aborts.
 */
export async function drive<Result>(
  steps: Stepwise<Result>,
  stop: AbortSignal,
  output: ConstructorParameters<typeof ProgressLine>[0],
): Promise<Result> {
  const line = new ProgressLine(output);
  try {
    for (;;) {
      const turnEnds = performance.now() + TURN_MS;
      let step = steps.next();
      while (step.done !== true && performance.now() < turnEnds) step = steps.next();
      if (step.done === true) return step.value;
      line.show(step.value);
      await new Promise((resolve) => setImmediate(resolve));
      if (stop.aborted) throw new InterruptedError('interrupted: nothing was written');
    }
  } finally {
    // Before anything else is said: an error must not hide behind the bar.
    line.clear();
  }
}
