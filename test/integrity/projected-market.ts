import { compareVersions, type Comparison, Projector, type ProjectorOptions, rebuild } from '@streakline/projections';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import { createTestStore, type TestStore } from '@streakline/testing';

/** An event store with the projection of dossiers, and a projector that a test starts and stops. */
export interface ProjectedMarket {
  readonly made: TestStore;
  start(options?: Partial<ProjectorOptions>): Promise<Projector>;
  /** The rows as they are, held against a rebuild from zero. */
  againstRebuild(): Promise<Comparison>;
  dispose(): Promise<void>;
}

export async function createProjectedMarket(): Promise<ProjectedMarket> {
  const made = await createTestStore({ migrations: readModelsMigrations });
  const parts = { pool: made.database.pool, store: made.store, projection: dossiersProjection };
  const running: Projector[] = [];
  return {
    made,
    start: async (options = {}) => {
      const projector = new Projector({ ...parts, ...options });
      await projector.start();
      running.push(projector);
      return projector;
    },
    againstRebuild: async () => {
      const { version, replaced } = await rebuild(parts, { keepOld: true });
      return compareVersions(parts.pool, dossiersProjection, replaced ?? 0, version);
    },
    dispose: async () => {
      await Promise.all(running.map((projector) => projector.stop()));
      await made.dispose();
    },
  };
}
