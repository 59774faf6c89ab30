import {
  type Checkpoint,
  type Checkpoints,
  FencedError,
  type Positions,
  positionsOf,
  readFullCheckpoints,
} from '../checkpoints/checkpoints';
import type { Move, Moved } from '../checkpoints/move-checkpoints';
import { type FrozenKeys, type ParkedEvent, readFrozenKeys } from '../parked/parked-events';
import { StateCache } from '../states/state-cache';
import { servingVersion, type Queryable } from '../versions/version-registry';
import type { Batch } from './batch';

/** What a process remembers of the version it writes to. The database has the last word on all of it. */
export class VersionMemory {
  readonly cache: StateCache;
  private checkpoints: Map<number, Checkpoint> = new Map();
  private frozenKeys: FrozenKeys = new Map();
  private servingOne: number | null = null;

  constructor(
    private readonly of: { readonly projection: string; readonly version: number },
    cacheBytes: number,
  ) {
    this.cache = new StateCache(cacheBytes);
  }

  get frozen(): FrozenKeys {
    return this.frozenKeys;
  }

  get positions(): Positions {
    return positionsOf(this.checkpoints);
  }

  /** The version that serves, when the checkpoints were last read or moved. */
  get serving(): number | null {
    return this.servingOne;
  }

  /**
   * Reads everything anew, of the partitions asked for alone. States are forgotten of partitions that are not among
   * them, or were changed by another: where position and revision are as they were left, nobody wrote since. Throws
   * FencedError where the version is no more.
   */
  async read(db: Queryable, only?: ReadonlySet<number>): Promise<Checkpoints> {
    const { projection, version } = this.of;
    const all = await readFullCheckpoints(db, projection, version);
    if (all.size === 0) throw new FencedError(projection, version);
    this.frozenKeys = await readFrozenKeys(db, projection, version);
    this.servingOne = (await servingVersion(db, projection))?.version ?? null;
    const found = new Map([...all].filter(([partition]) => only === undefined || only.has(partition)));
    const changed = [...this.checkpoints].filter(([partition, known]) => !isSame(known, found.get(partition)));
    this.cache.dropPartitions(changed.map(([partition]) => partition));
    this.checkpoints = found;
    return found;
  }

  /** What takes the partitions of a batch to its targets, by partition. Throws FencedError for one that is not remembered. */
  movesOf({ to, offsetHints }: Batch): readonly Move[] {
    const moves: Move[] = [];
    for (const [partition, target] of to) {
      const known = this.checkpoints.get(partition);
      if (known === undefined) throw new FencedError(this.of.projection, this.of.version);
      if (target <= known.position) continue;
      moves.push({ partition, from: known.position, to: target, offsetHint: offsetHints?.get(partition) ?? null });
    }
    return moves.sort((a, b) => a.partition - b.partition);
  }

  /**
   * Takes in what the checkpoints said inside the transaction that moved them. Where somebody raised a revision, what
   * that may have changed is read again; the locks that the move took keep it as it is until the transaction ends.
   */
  async notice(client: Queryable, moved: Moved): Promise<void> {
    const raised = [...moved.revisions].filter(
      ([partition, revision]) => this.checkpoints.get(partition)?.revision !== revision,
    );
    this.servingOne = moved.serving;
    if (raised.length === 0) return;
    const { projection, version } = this.of;
    this.cache.dropPartitions(raised.map(([partition]) => partition));
    this.frozenKeys = await readFrozenKeys(client, projection, version);
    this.servingOne = (await servingVersion(client, projection))?.version ?? null;
    for (const [partition, revision] of raised) {
      const known = this.checkpoints.get(partition);
      if (known) this.checkpoints.set(partition, { ...known, revision });
    }
  }

  /** Takes in what was committed. */
  committed(moves: readonly Move[], parked: readonly ParkedEvent[]): void {
    for (const { partition, to, offsetHint } of moves) {
      const known = this.checkpoints.get(partition);
      if (known)
        this.checkpoints.set(partition, { ...known, position: to, offsetHint: offsetHint ?? known.offsetHint });
    }
    for (const { key, position } of parked) {
      this.frozenKeys.set(key, Math.min(position, this.frozenKeys.get(key) ?? position));
    }
  }
}

function isSame(known: Checkpoint, found: Checkpoint | undefined): boolean {
  return found !== undefined && known.position === found.position && known.revision === found.revision;
}
