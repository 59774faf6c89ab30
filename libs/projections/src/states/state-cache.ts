import { partitionOf } from '../partitions/partition-of';
import type { RowsByTable } from '../contract/table';

/** A key's state, and the rows that it gave when they were last written. */
export interface CachedState {
  readonly state: unknown;
  readonly rows: RowsByTable;
  /** Approximate bytes. */
  readonly size: number;
}

interface Entry {
  readonly key: string;
  kept: CachedState;
  /** The one used next after this, and the one used last before it. */
  newer: Entry | undefined;
  older: Entry | undefined;
}

/**
 * Keeps the states used last, up to an approximate number of bytes. Never the only copy: facts at rest are. In a list of
 * its own and not by a Map's order: a Map from which the oldest always go is full of holes that its iterator walks over.
 */
export class StateCache {
  private readonly entries = new Map<string, Entry>();
  private newest: Entry | undefined;
  private oldest: Entry | undefined;
  private held = 0;

  constructor(private readonly maxBytes: number) {}

  get size(): number {
    return this.held;
  }

  get(key: string): CachedState | undefined {
    const found = this.entries.get(key);
    if (found) this.touch(found);
    return found?.kept;
  }

  set(key: string, state: CachedState): void {
    const found = this.entries.get(key);
    const entry = found ?? { key, kept: state, newer: undefined, older: undefined };
    this.held += state.size - (found?.kept.size ?? 0);
    entry.kept = state;
    if (found) this.touch(entry);
    else this.entries.set(key, this.append(entry));
    while (this.held > this.maxBytes && this.oldest) this.delete(this.oldest.key);
  }

  delete(key: string): void {
    const found = this.entries.get(key);
    if (!found) return;
    this.entries.delete(key);
    this.detach(found);
    this.held -= found.kept.size;
  }

  /** Forgets every key of the given partitions: after a failed or fenced transaction their states are not to be trusted. */
  dropPartitions(partitions: Iterable<number>): void {
    const dropped = new Set(partitions);
    if (dropped.size === 0) return;
    for (const key of [...this.entries.keys()]) if (dropped.has(partitionOf(key))) this.delete(key);
  }

  private touch(entry: Entry): void {
    if (entry === this.newest) return;
    this.detach(entry);
    this.append(entry);
  }

  private append(entry: Entry): Entry {
    entry.older = this.newest;
    entry.newer = undefined;
    if (this.newest) this.newest.newer = entry;
    this.newest = entry;
    this.oldest ??= entry;
    return entry;
  }

  private detach(entry: Entry): void {
    const { older, newer } = entry;
    if (older) older.newer = newer;
    else this.oldest = newer;
    if (newer) newer.older = older;
    else this.newest = older;
  }
}
