import type { PoolClient } from 'pg';
import { NOTIFY_CHANNEL, type Positions } from '../checkpoints/checkpoints';
import { isDeadlock } from '../checkpoints/move-checkpoints';
import { inTransaction } from '../versions/in-transaction';
import { publishMissed } from './publish-missed';
import type { RebuildParts } from './rebuild-parts';

/**
 * Lets a version serve, in one transaction; false if a partition is not yet where the version before it has it, or
 * writers hold the checkpoints crosswise: try again. The version before is held
 * still meanwhile (its checkpoints are locked), so that no reader ever sees a row or the position go back.
 */
export async function flipServing(parts: RebuildParts, version: number, replaced: number | null): Promise<boolean> {
  const { pool, projection } = parts;
  const client = await pool.connect();
  try {
    return await inTransaction(client, async () => {
      if (replaced !== null) {
        const before = await lockedPositions(client, projection.name, replaced);
        const positions = await lockedPositions(client, projection.name, version);
        if ([...before].some(([partition, position]) => position > (positions.get(partition) ?? 0))) return false;
        await publishMissed(client, parts, version, before, positions);
      }
      await client.query(`UPDATE projections.serving SET version = $2 WHERE projection = $1`, [
        projection.name,
        version,
      ]);
      await handOver(client, projection.name, version, replaced);
      await client.query(`SELECT pg_notify($1, $2)`, [NOTIFY_CHANNEL, projection.name]);
      return true;
    });
  } catch (error) {
    // Writers move several checkpoints in no certain order; a rebuild is worth more than one attempt.
    if (isDeadlock(error)) return false;
    throw error;
  } finally {
    client.release();
  }
}

async function lockedPositions(client: PoolClient, projection: string, version: number): Promise<Positions> {
  const { rows } = await client.query<{ partition: number; position: string }>(
    `SELECT partition, position FROM projections.checkpoints WHERE projection = $1 AND version = $2 ORDER BY partition FOR UPDATE`,
    [projection, version],
  );
  return new Map(rows.map((row) => [row.partition, Number(row.position)]));
}

/**
 * Writers of both versions that wait for a checkpoint right now learn of the flip by the revision. The log is read on
 * from where the old version's readers were: the new version has at least what was before.
 */
async function handOver(
  client: PoolClient,
  projection: string,
  version: number,
  replaced: number | null,
): Promise<void> {
  await client.query(
    `UPDATE projections.checkpoints AS kept
        SET revision = kept.revision + 1, offset_hint = coalesce(old.offset_hint, kept.offset_hint)
       FROM projections.checkpoints AS old
      WHERE kept.projection = $1 AND kept.version IN ($2, $3)
        AND old.projection = $1 AND old.version = coalesce($3, $2) AND old.partition = kept.partition`,
    [projection, version, replaced],
  );
}
