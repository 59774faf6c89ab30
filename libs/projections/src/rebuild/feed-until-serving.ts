import { lowest } from '../checkpoints/checkpoints';
import { startFeed } from '../projecting/version-feed';
import { flipServing } from './flip-serving';
import type { RebuildParts } from './rebuild-parts';

const LOOK_AGAIN_MS = 50;

/** Feeds a freshly built version until it is where the store and the version before it are, then lets it serve. */
export async function feedUntilServing(
  parts: RebuildParts,
  version: number,
  replaced: number | null,
  signal?: AbortSignal,
): Promise<void> {
  const { store, projection } = parts;
  let position = 0;
  let wake = (): void => undefined;
  const feed = await startFeed({
    ...parts,
    version,
    onWritten: (written) => {
      position = lowest(written.positions);
      wake();
    },
  });
  position = lowest(feed.positions);
  const failed = feed.ended.then(() =>
    Promise.reject(new Error(`The feed of "${projection.name}" version ${version} stopped before it had caught up.`)),
  );
  failed.catch(() => undefined);
  try {
    while (position < (await store.head()) || !(await flipServing(parts, version, replaced))) {
      signal?.throwIfAborted();
      const woken = new Promise<void>((resolve) => (wake = resolve));
      await Promise.race([woken, failed, pause(LOOK_AGAIN_MS)]);
    }
  } finally {
    await feed.stop().catch(() => undefined);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
