import type { HealthCheck } from '@streakline/observability';
import {
  ProgressWatch,
  projectionStatus,
  type ProjectionStatus,
  type ProjectorStatus,
  type RebuildParts,
} from '@streakline/projections';

export interface ProjectorCheckOptions {
  /** Why the projector cannot begin, if it cannot. */
  readonly beginning?: () => string | null;
  /** Milliseconds of a clock that only grows; for tests. */
  readonly now?: () => number;
}

/** Readiness of a projector, and whether it was stuck when it was last looked at. */
export type ProjectorCheck = HealthCheck & { readonly stuck: boolean };

const FIRST_BUILD = 'The read models are being built for the first time.';

/**
 * Whether the read models are kept up. A lag that grows under load is no failure while the projector advances; one that
 * stays where it is for 30 s, or a projector that fails, is.
 */
export function projectorCheck(
  parts: RebuildParts,
  projector: { status(): ProjectorStatus },
  { beginning = () => null, now }: ProjectorCheckOptions = {},
): ProjectorCheck {
  const watch = new ProgressWatch({ ...(now && { now }) });
  let stuck = false;
  return {
    name: 'projector',
    get stuck() {
      return stuck;
    },
    check: async () => {
      const status = await projectionStatus(parts, projector);
      const own = projector.status().partitions;
      const standing = standingOf(status, watch, own);
      stuck = standing !== null;
      const { state, version, position, head, lag, parked } = status;
      const figures = { state, version, position, head, lag: lag.events, lagSeconds: lag.seconds, parked };
      const problem = status.problem ?? beginning() ?? standing ?? (version === null ? FIRST_BUILD : null);
      const shown = { ...figures, partitions: [...own.keys()] };
      return problem === null ? { ready: true, ...shown } : { ready: false, detail: problem, ...shown };
    },
  };
}

/**
 * What is wrong with a projector that does not advance where it should: in the partitions that are its own, or in all
 * where it has none, as a group that works would have given it some, or have others advance.
 */
function standingOf(status: ProjectionStatus, watch: ProgressWatch, own: ProjectorStatus['partitions']): string | null {
  const partitions = status.partitions.filter(({ partition }) => own.size === 0 || own.has(partition));
  const standing = watch.look({ ...status, partitions });
  if (standing.length === 0) return null;
  return `It lags and has not advanced for 30 s or more in ${standing.length} of its partitions (${standing.join(', ')}); the store is at ${status.head}.`;
}
