import type { KeptTrial } from '@streakline/backtests';
import type { SweepPlan } from '../plan/sweep-plan';
import type { Trial } from '../plan/trial';

/** What a trial is judged by. */
export interface Judged {
  /** Null where nothing can be said. */
  readonly metrics: KeptTrial['metrics'];
  /** From this session on its training was purged; null where nothing was. */
  readonly purgedFrom: string | null;
}

/** A training of which less is left is judged by luck: it is left out. */
const LEAST_SHARE = 0.5;

/** The figures of a trial: of a training whose purge is `open`, without what still bears on what follows it. */
export function judged(run: KeptTrial, { part }: Pick<Trial, 'part'>, { walkForward }: SweepPlan): Judged {
  const { purged, metrics } = run;
  if (part !== 'train' || walkForward?.purge !== 'open' || purged === null) return { metrics, purgedFrom: null };
  const isEnough = purged.sessions >= LEAST_SHARE * purged.of;
  return { metrics: isEnough ? purged.metrics : null, purgedFrom: purged.from };
}
