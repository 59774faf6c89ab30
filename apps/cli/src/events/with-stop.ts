import { InterruptedError } from '../failures';
import { stopSignal } from '../serve/stop-signal';

/** Does work that a signal from outside ends: with exit code 130 and what that means, whatever error it ends by. */
export async function withStop(message: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const signal = stopSignal();
  try {
    await work(signal);
  } catch (error) {
    throw signal.aborted ? new InterruptedError(message) : error;
  }
}
