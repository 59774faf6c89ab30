import { partitionOf } from '../partitions/partition-of';
import type { RowsByTable } from '../contract/table';

/** A key's state, and the rows that it gave when they were last written. */
export interface CachedState {
  readonly state: unknown;
  readonly rows: RowsByTable;
  /** Approximate bytes. */
  readonly size: number;
}

/** Keeps the states used last, up to an approximate number of bytes. Never the only copy: facts at rest are. */
export class StateCache {
  private readonly states = new Map<string, CachedState>();
  private held = 0;

  constructor(private readonly maxBytes: number) {}

  get size(): number {
    return this.held;
  }

  get(key: string): CachedState | undefined {
    const found = this.states.get(key);
    if (found) {
      // A Map iterates in order of insertion: to insert again is to become the last to go.
      this.states.delete(key);
      this.states.set(key, found);
    }
    return found;
  }

  set(key: string, state: CachedState): void {
    this.delete(key);
    this.states.set(key, state);
    this.held += state.size;
    for (const oldest of this.states.keys()) {
      if (this.held <= this.maxBytes) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const found = this.states.get(key);
    if (!found) return;
    this.states.delete(key);
    this.held -= found.size;
  }

  /** Forgets every key of the given partitions: after a failed or fenced transaction their states are not to be trusted. */
  dropPartitions(partitions: Iterable<number>): void {
    const dropped = new Set(partitions);
    for (const key of [...this.states.keys()]) if (dropped.has(partitionOf(key))) this.delete(key);
  }
}
