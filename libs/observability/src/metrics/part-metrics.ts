import type { HealthCheck } from '../health/health-check';
import { runChecks } from '../health/run-checks';
import type { Log } from '../logs/create-log';
import type { Metrics } from './metrics';

/** Shows each part of readiness. */
export function measureChecks(metrics: Metrics, checks: readonly HealthCheck[], log: Log): void {
  metrics.onScrape('checks', async () => {
    const results = await runChecks(checks, log);
    metrics.forget(['streakline_check_ready']);
    for (const [check, { ready }] of Object.entries(results))
      metrics.set('streakline_check_ready', ready ? 1 : 0, { check });
  });
}

/** As much of a pool of connections as there is to count. */
interface Counted {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export function measurePool(metrics: Metrics, pool: Counted): void {
  metrics.onScrape('database', () => {
    metrics.set('streakline_database_connections', pool.totalCount - pool.idleCount, { state: 'used' });
    metrics.set('streakline_database_connections', pool.idleCount, { state: 'idle' });
    metrics.set('streakline_database_connections', pool.waitingCount, { state: 'waitedFor' });
  });
}

/** Studies on their way, as the database has them. */
export interface StudyFigures {
  readonly waiting: number;
  readonly running: number;
}

/** Shows how many studies wait and how many run, whichever process runs them. */
export function measureStudies(metrics: Metrics, read: () => Promise<StudyFigures>): void {
  const gauges = ['streakline_studies'] as const;
  metrics.onScrape(
    'studies',
    async () => {
      const { waiting, running } = await read();
      metrics.set('streakline_studies', waiting, { state: 'waiting' });
      metrics.set('streakline_studies', running, { state: 'running' });
    },
    gauges,
  );
}

/** How a projection stands, as the database has it. */
export interface ProjectionFigures {
  readonly name: string;
  readonly version: number | null;
  readonly head: number;
  readonly parked: number;
  readonly partitions: readonly {
    readonly partition: number;
    readonly position: number;
    /** Age in seconds of the oldest event that is not written. */
    readonly lagSeconds: number;
  }[];
}

/** Shows where a projection is, for all its partitions, whichever process keeps them up. */
export function measureProjection(metrics: Metrics, read: () => Promise<ProjectionFigures>): void {
  metrics.onScrape(
    'projection',
    async () => {
      const { name: projection, version, head, parked, partitions } = await read();
      metrics.forget(PROJECTION_GAUGES);
      if (version !== null) metrics.set('streakline_projection_version', version, { projection });
      metrics.set('streakline_projection_head', head, { projection });
      metrics.set('streakline_projection_parked_events', parked, { projection });
      for (const { partition, position, lagSeconds } of partitions) {
        metrics.set('streakline_projection_position', position, { projection, partition });
        metrics.set('streakline_projection_lag_events', Math.max(0, head - position), { projection, partition });
        metrics.set('streakline_projection_lag_seconds', lagSeconds, { projection, partition });
      }
    },
    PROJECTION_GAUGES,
  );
}

const PROJECTION_GAUGES = [
  'streakline_projection_version',
  'streakline_projection_position',
  'streakline_projection_head',
  'streakline_projection_lag_events',
  'streakline_projection_lag_seconds',
  'streakline_projection_parked_events',
] as const;
