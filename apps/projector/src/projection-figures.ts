import type { ProjectionFigures } from '@streakline/observability';
import { projectionStatus, type RebuildParts } from '@streakline/projections';

/** Where a projection is, from the database: the same whoever asks, also while no projector runs. */
export async function projectionFigures(parts: RebuildParts): Promise<ProjectionFigures> {
  const { name, version, head, parked, partitions } = await projectionStatus(parts);
  const lags = partitions.map(({ partition, position, lag }) => ({ partition, position, lagSeconds: lag.seconds }));
  return { name, version, head, parked, partitions: lags };
}
