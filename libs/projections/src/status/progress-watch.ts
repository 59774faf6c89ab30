import type { ProjectionStatus } from './projection-statuses';

const STUCK_AFTER_MS = 30_000;

interface Seen {
  readonly position: number;
  readonly since: number;
}

/**
 * Tells a projection that is behind and moves from one that is behind and does not. It compares what it is shown, so it
 * has to be shown something every few seconds.
 *
 * @example
 * const stuck = watch.look(await projectionStatus(parts, projector));
 */
export class ProgressWatch {
  private readonly behind = new Map<string, Seen>();
  private readonly stuckAfterMs: number;
  private readonly now: () => number;

  /** `now` is for tests: milliseconds of any clock that only grows. */
  constructor(options: { readonly stuckAfterMs?: number; readonly now?: () => number } = {}) {
    this.stuckAfterMs = options.stuckAfterMs ?? STUCK_AFTER_MS;
    this.now = options.now ?? (() => performance.now());
  }

  /** The partitions that have been behind the head, and at the same position, for longer than 30 s (`stuckAfterMs`). */
  look({ name, version, head, partitions }: Shown): readonly number[] {
    const now = this.now();
    const stuck: number[] = [];
    for (const { partition, position } of partitions) {
      const key = `${name} ${version ?? ''} ${partition}`;
      const seen = this.behind.get(key);
      if (position >= head) this.behind.delete(key);
      else if (seen?.position !== position) this.behind.set(key, { position, since: now });
      else if (now - seen.since >= this.stuckAfterMs) stuck.push(partition);
    }
    return stuck;
  }
}

type Shown = Pick<ProjectionStatus, 'name' | 'version' | 'head'> & {
  readonly partitions: readonly { readonly partition: number; readonly position: number }[];
};
