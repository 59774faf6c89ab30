import type { Trial } from '../plan/trial';

/** What a runner tells while it works, and is told. */
export interface Running {
  /** A trial's run is kept, or it was refused and the reason noted. */
  readonly ended: (trial: Trial) => void;
  /** Stops as soon as it can; what is kept stays. The runner rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes the runs of trials and keeps them: in threads of this process, or in workers anywhere. */
export interface TrialRunner {
  run(trials: readonly Trial[], running: Running): Promise<void>;
}
