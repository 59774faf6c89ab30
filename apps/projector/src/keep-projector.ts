import type { HealthCheck, Log, Metrics } from '@streakline/observability';
import { Projector, type RebuildParts, type StartFeed } from '@streakline/projections';
import type { Teardown } from '@streakline/service';
import { projectorCheck } from './projector-check';
import { ProjectorKeeper } from './projector-keeper';

export interface KeptProjector {
  readonly projector: Projector;
  readonly keeper: ProjectorKeeper;
  readonly check: HealthCheck;
}

export interface KeepOptions extends RebuildParts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly teardown: Teardown;
  /** Default: the store's own feed. */
  readonly startFeed?: StartFeed;
}

/** Sets a projector going, to be kept at it until the process ends, with its part of readiness and its figures. */
export function keepProjector(options: KeepOptions): KeptProjector {
  const { pool, store, projection, startFeed, log, metrics, teardown } = options;
  const parts = { pool, store, projection };
  const projector = new Projector({
    ...parts,
    ...(startFeed && { startFeed }),
    log: ({ level, message, ...fields }) => log[level](fields, message),
  });
  const keeper = new ProjectorKeeper(projector, log);
  const check = projectorCheck(parts, projector, { beginning: () => keeper.problem });
  teardown.add('projector', () => keeper.stop());
  metrics.onScrape('projector', () => {
    const { partitions } = projector.status();
    metrics.set('streakline_projector_partitions', partitions.size, { projection: projection.name });
    metrics.set('streakline_projector_stuck', check.stuck ? 1 : 0, { projection: projection.name });
  });
  keeper.start();
  return { projector, keeper, check };
}
