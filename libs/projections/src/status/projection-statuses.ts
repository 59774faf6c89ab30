import type { EventStore } from '@streakline/event-store';
import type { Pool } from 'pg';
import { lowest, type Positions, readCheckpoints } from '../checkpoints/checkpoints';
import type { Projection } from '../contract/projection';
import type { ProjectorStatus } from '../projecting/projector';
import { type Lag, partitionLags, type PartitionStatus } from './partition-lags';
import { type RecordedProgress, type Serving, servingVersion, versionsOf } from '../versions/version-registry';

export interface ProjectionStatus {
  readonly name: string;
  /** The version that serves; null before the first one is built. */
  readonly version: number | null;
  /** The definition that version follows; null before the first one is built. */
  readonly definition: number | null;
  /**
   * `absent`: no version yet; `rebuilding`: a version is being built beside the one that serves; `retrying`,
   * `superseded`: what the projector of this process says; else `live` at the head and `catchingUp` before it.
   */
  readonly state: 'absent' | 'rebuilding' | 'retrying' | 'superseded' | 'catchingUp' | 'live';
  readonly partitions: readonly PartitionStatus[];
  /** Lowest of the partitions. */
  readonly position: number;
  readonly head: number;
  /** Of the partition that is furthest behind. */
  readonly lag: Lag;
  /** Events that could not be folded, and those of the same keys after them. */
  readonly parked: number;
  /** Read models, by table. */
  readonly readModels: readonly string[];
  readonly rebuild: (RecordedProgress & { readonly version: number }) | null;
  readonly problem: string | null;
}

/** How one projection stands. `projector` is the one of this process, if it has one. */
export async function projectionStatus(
  parts: { readonly pool: Pool; readonly store: EventStore; readonly projection: Projection },
  projector?: { status(): ProjectorStatus },
): Promise<ProjectionStatus> {
  const { pool, store, projection } = parts;
  const serving = await servingVersion(pool, projection.name);
  const positions: Positions = serving
    ? await readCheckpoints(pool, projection.name, serving.version)
    : new Map<number, number>();
  const position = lowest(positions);
  const head = Math.max(position, await store.head());
  const building = (await versionsOf(pool, projection.name)).find(({ state }) => state === 'building');
  const rebuild = building
    ? { version: building.version, ...(building.progress ?? { events: 0, rate: 0, etaSeconds: null }) }
    : null;
  const own = projector?.status();
  const partitions = await partitionLags(store, positions, head);
  return {
    name: projection.name,
    version: serving?.version ?? null,
    definition: serving?.definition ?? null,
    state: stateOf(serving, rebuild !== null, own, head - position),
    partitions,
    position,
    head,
    lag: { events: head - position, seconds: Math.max(0, ...partitions.map(({ lag }) => lag.seconds)) },
    parked: await parkedCount(pool, projection.name, serving?.version ?? null),
    readModels: projection.tables.map(({ name }) => name),
    rebuild,
    problem: own?.problem ?? null,
  };
}

function stateOf(
  serving: Serving | undefined,
  rebuilding: boolean,
  own: ProjectorStatus | undefined,
  lag: number,
): ProjectionStatus['state'] {
  if (own?.state === 'retrying' || own?.state === 'superseded') return own.state;
  if (rebuilding) return 'rebuilding';
  if (!serving) return 'absent';
  return lag === 0 ? 'live' : 'catchingUp';
}

async function parkedCount(pool: Pool, projection: string, version: number | null): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `SELECT count(*) FROM projections.parked WHERE projection = $1 AND version = $2`,
    [projection, version],
  );
  return Number(rows[0]?.count ?? 0);
}
