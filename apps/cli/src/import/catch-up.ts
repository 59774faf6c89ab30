import {
  Projector,
  readCheckpoints,
  rebuild,
  type RebuildProgress,
  RebuildRunningError,
  servingVersion,
} from '@streakline/projections';
import type { OpenProjections } from '../projections/open-projections';

/** Following costs about as much an event as building anew costs three: beyond this share of the store it is slower. */
const MOST_TO_FOLLOW = 1 / 3;
/** Below, following is done before a rebuild has begun. */
const FEW_EVENTS = 1_000;
const LOOK_MS = 200;

export interface CatchUpOptions {
  readonly signal?: AbortSignal;
  /** Events folded, of those to fold. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Brings the read models up to the head of the store, so that whoever reads next sees all that was recorded: by
 * following, as a server's projector does (one may be at it meanwhile), or by a rebuild where most events are new.
 * Ended by the signal it throws; the next start of a server, or of this, goes on.
 */
export async function catchUp(opened: OpenProjections, { signal, onProgress }: CatchUpOptions = {}): Promise<void> {
  const { store, projections } = opened;
  const head = await store.head();
  for (const projection of projections) {
    signal?.throwIfAborted();
    const at = await positionOf(opened, projection);
    if (at !== undefined && at >= head) continue;
    const behind = head - (at ?? 0);
    const isQuickest = at === undefined || (behind > FEW_EVENTS && behind > head * MOST_TO_FOLLOW);
    const rebuilt = isQuickest && (await rebuildAlone(opened, projection, head, { signal, onProgress }));
    if (!rebuilt) await follow(opened, projection, at ?? 0, head, { signal, onProgress });
  }
}

interface During {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: CatchUpOptions['onProgress'] | undefined;
}

/** False where another process is at a rebuild already: then it is followed from there on. */
async function rebuildAlone(
  { pool, store }: OpenProjections,
  projection: Projection,
  head: number,
  { signal, onProgress }: During,
): Promise<boolean> {
  const told = ({ events }: RebuildProgress) => onProgress?.(Math.min(events, head), head);
  try {
    await rebuild({ pool, store, projection }, { onProgress: told, ...(signal ? { signal } : {}) });
    return true;
  } catch (error) {
    if (error instanceof RebuildRunningError) return false;
    throw error;
  }
}

type Projection = OpenProjections['projections'][number];

/** The lowest of the version that serves; undefined where none does that this program knows. */
async function positionOf({ pool }: OpenProjections, projection: Projection): Promise<number | undefined> {
  const serving = await servingVersion(pool, projection.name);
  if (serving?.definition !== projection.definition) return undefined;
  const positions = await readCheckpoints(pool, projection.name, serving.version);
  return Math.min(...positions.values());
}

async function follow(
  { pool, store }: OpenProjections,
  projection: Projection,
  from: number,
  head: number,
  { signal, onProgress }: During,
): Promise<void> {
  const projector = new Projector({ pool, store, projection });
  await projector.start();
  try {
    while (!(await projector.waitUntil(head, LOOK_MS))) {
      signal?.throwIfAborted();
      onProgress?.(Math.max(0, projector.status().position - from), head - from);
    }
  } finally {
    await projector.stop();
  }
}
