import type { PoolClient } from 'pg';
import { servingVersion } from '../versions/version-registry';
import { cleanUp } from './clean-up';
import { rebuildLocked, type RebuildOptions } from './rebuild';
import { RebuildRunningError, withRebuildLock } from './rebuild-lock';
import type { RebuildParts } from './rebuild-parts';

const LOOK_AGAIN_MS = 200;

/**
 * Sees to it that the version that serves is of the definition in the code: the first start builds version 1, a start
 * with a raised definition builds beside the old one, every start clears away what a dead rebuild left. Waits where
 * another process is rebuilding.
 */
export async function bringUpToDate(parts: RebuildParts, options: RebuildOptions = {}): Promise<void> {
  for (;;) {
    try {
      await withRebuildLock(parts.pool, parts.projection.name, (client) => buildIfNeeded(client, parts, options));
      return;
    } catch (error) {
      if (!(error instanceof RebuildRunningError)) throw error;
      if (await isUpToDate(parts)) return;
      options.signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }
}

async function isUpToDate({ pool, projection }: RebuildParts): Promise<boolean> {
  return (await servingVersion(pool, projection.name))?.definition === projection.definition;
}

async function buildIfNeeded(client: PoolClient, parts: RebuildParts, options: RebuildOptions): Promise<void> {
  if (await isUpToDate(parts)) await cleanUp(client, parts.projection.name);
  else await rebuildLocked(client, parts, options);
}
