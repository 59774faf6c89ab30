import type { Pool, PoolClient } from 'pg';

/** Runs SQL: a pool, or one client inside a transaction. */
export type Queryable = Pool | PoolClient;

export interface VersionRecord {
  readonly version: number;
  readonly definition: number;
  /** `building`: a rebuild is at work, or died; `built`: complete; `kept`: replaced, and kept by request. */
  readonly state: 'building' | 'built' | 'kept';
  /** The head up to which it was loaded. */
  readonly builtTo: number | null;
  readonly progress: RecordedProgress | null;
}

/** How far a rebuild is, as its row says. */
export interface RecordedProgress {
  readonly events: number;
  readonly rate: number;
  readonly etaSeconds: number | null;
}

export interface Serving {
  readonly version: number;
  readonly definition: number;
}

/** The version that answers, or undefined before the first one was built. */
export async function servingVersion(db: Queryable, projection: string): Promise<Serving | undefined> {
  const { rows } = await db.query<Serving>(
    `SELECT serving.version, versions.definition
       FROM projections.serving JOIN projections.versions USING (projection, version) WHERE projection = $1`,
    [projection],
  );
  return rows[0];
}

/** The same with the positions of its partitions, of one moment. */
export async function servingPositions(
  db: Queryable,
  projection: string,
): Promise<{ readonly version: number; readonly positions: ReadonlyMap<number, number> } | undefined> {
  const { rows } = await db.query<{ version: number; partition: number; position: string }>(
    `SELECT version, partition, position
       FROM projections.serving JOIN projections.checkpoints USING (projection, version) WHERE projection = $1`,
    [projection],
  );
  const [first] = rows;
  return (
    first && {
      version: first.version,
      positions: new Map(rows.map(({ partition, position }) => [partition, Number(position)])),
    }
  );
}

/** All versions on record, ascending. */
export async function versionsOf(db: Queryable, projection: string): Promise<readonly VersionRecord[]> {
  const { rows } = await db.query<Omit<VersionRecord, 'builtTo'> & { builtTo: string | null }>(
    `SELECT version, definition, state, built_to AS "builtTo", progress
       FROM projections.versions WHERE projection = $1 ORDER BY version`,
    [projection],
  );
  return rows.map((row) => ({ ...row, builtTo: row.builtTo === null ? null : Number(row.builtTo) }));
}

/** Draws the number of a new version; numbers are never used twice. */
export async function beginVersion(client: PoolClient, projection: string, definition: number): Promise<number> {
  const { rows } = await client.query<{ last_version: number }>(
    `INSERT INTO projections.serving (projection, version, last_version) VALUES ($1, NULL, 1)
     ON CONFLICT (projection) DO UPDATE SET last_version = projections.serving.last_version + 1
     RETURNING last_version`,
    [projection],
  );
  const version = rows[0]?.last_version;
  if (version === undefined) throw new Error(`No version number could be drawn for the projection "${projection}".`);
  await client.query(
    `INSERT INTO projections.versions (projection, version, definition, state) VALUES ($1, $2, $3, 'building')`,
    [projection, version, definition],
  );
  return version;
}

export async function recordBuilt(
  client: PoolClient,
  projection: string,
  version: number,
  builtTo: number,
): Promise<void> {
  await client.query(
    `UPDATE projections.versions SET state = 'built', built_to = $3, progress = NULL WHERE projection = $1 AND version = $2`,
    [projection, version, builtTo],
  );
}

export async function recordProgress(
  db: Queryable,
  projection: string,
  version: number,
  progress: RecordedProgress,
): Promise<void> {
  await db.query(`UPDATE projections.versions SET progress = $3 WHERE projection = $1 AND version = $2`, [
    projection,
    version,
    JSON.stringify(progress),
  ]);
}

export async function recordKept(client: PoolClient, projection: string, version: number): Promise<void> {
  await client.query(`UPDATE projections.versions SET state = 'kept' WHERE projection = $1 AND version = $2`, [
    projection,
    version,
  ]);
}
