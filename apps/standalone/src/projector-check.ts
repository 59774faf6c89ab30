import type { HealthCheck } from '@streakline/observability';
import { projectionStatus, type Projector, type RebuildParts } from '@streakline/projections';

/** Whether the read models are kept up: with their state and lag, which may grow under load without being a failure. */
export function projectorCheck(parts: RebuildParts, projector: Projector): HealthCheck {
  return {
    name: 'projector',
    check: async () => {
      const { state, version, position, head, lag, parked, problem } = await projectionStatus(parts, projector);
      const figures = { state, version, position, head, lag: lag.events, lagSeconds: lag.seconds, parked };
      if (version !== null && problem === null) return { ready: true, ...figures };
      return { ready: false, detail: problem ?? 'The read models are being built for the first time.', ...figures };
    },
  };
}
