import type { PoolClient } from 'pg';
import { servingVersion, versionsOf } from '../versions/version-registry';
import { dropVersion } from '../versions/version-tables';

/**
 * Removes what a rebuild that died left behind: a version half built, or one replaced and not yet dropped. Only under
 * the rebuild lock, where whatever looks unfinished is.
 */
export async function cleanUp(client: PoolClient, projection: string): Promise<readonly number[]> {
  const serving = await servingVersion(client, projection);
  const dead = (await versionsOf(client, projection)).filter(
    ({ version, state }) => version !== serving?.version && state !== 'kept',
  );
  for (const { version } of dead) await dropVersion(client, projection, version);
  return dead.map(({ version }) => version);
}
