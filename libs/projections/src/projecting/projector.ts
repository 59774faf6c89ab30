import { lowest } from '../checkpoints/checkpoints';
import { bringUpToDate } from '../rebuild/bring-up-to-date';
import type { RebuildProgress } from '../rebuild/progress';
import type { RebuildParts } from '../rebuild/rebuild-parts';
import { servingVersion } from '../versions/version-registry';
import { PositionGate } from './position-gate';
import { startFeed } from './version-feed';
import type { Written } from './version-writer';

/**
 * `following`: it feeds what the store has; `retrying`: something failed (see `problem`) and it tries again;
 * `superseded`: another process made a version of another definition, which this code must not write to.
 */
export type ProjectorState = 'stopped' | 'rebuilding' | 'following' | 'retrying' | 'superseded';

export interface ProjectorStatus {
  readonly state: ProjectorState;
  readonly version: number | null;
  /** Position up to which this projector has written, lowest of the partitions. */
  readonly position: number;
  readonly problem: string | null;
  readonly rebuild: RebuildProgress | null;
}

/** A line for the log. */
export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly [field: string]: unknown;
};

export interface ProjectorOptions extends RebuildParts {
  readonly cacheBytes?: number;
  readonly maxBatch?: number;
  readonly log?: (line: LogLine) => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const LOOK_AT_SERVING_MS = 1_000;

/**
 * Keeps the serving version of one projection up with the store. Several may run at once: checkpoints let only one of
 * them write a batch, so a second one is only a spare.
 */
export class Projector {
  private readonly gate = new PositionGate();
  private state: ProjectorState = 'stopped';
  private version: number | null = null;
  private problem: string | null = null;
  private progress: RebuildProgress | null = null;
  private attempts = 0;
  private stopping = false;
  private rebuilding = new AbortController();
  private interrupt = (): void => undefined;
  private following: Promise<void> = Promise.resolve();

  constructor(private readonly options: ProjectorOptions) {}

  /** Builds the version in the code if it is not the one that serves, then follows the store until stop(). Rejects if it cannot begin. */
  async start(): Promise<void> {
    this.stopping = false;
    this.rebuilding = new AbortController();
    this.state = 'rebuilding';
    const onProgress = (progress: RebuildProgress): void => void (this.progress = progress);
    try {
      await bringUpToDate(this.options, { onProgress, signal: this.rebuilding.signal });
    } catch (error) {
      this.state = 'stopped';
      throw error;
    } finally {
      this.progress = null;
    }
    this.following = this.follow();
  }

  /** Lets the batch in hand finish; gives up a rebuild that is under way, whereupon start() rejects. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.rebuilding.abort(new Error('The projector was stopped during its rebuild; the next start begins it anew.'));
    this.interrupt();
    await this.following;
    this.state = 'stopped';
    this.gate.close();
  }

  /** Resolves to true once everything up to `position` is written, to false when `timeoutMs` is over before. */
  waitUntil(position: number, timeoutMs = 5_000): Promise<boolean> {
    return this.gate.waitUntil(position, timeoutMs);
  }

  status(): ProjectorStatus {
    const { state, version, problem, progress } = this;
    return { state, version, position: this.gate.position, problem, rebuild: progress };
  }

  private async follow(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.followServing();
        this.problem = null;
      } catch (error) {
        this.problem = error instanceof Error ? error.message : String(error);
        this.state = 'retrying';
        this.log('warn', 'projection stopped following and tries again', {
          problem: this.problem,
          attempts: this.attempts,
        });
        await this.pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.attempts));
        this.attempts += 1;
      }
    }
  }

  /** Follows until it is stopped, fails, or another version serves. */
  private async followServing(): Promise<void> {
    const { pool, projection } = this.options;
    const serving = await servingVersion(pool, projection.name);
    if (serving?.definition !== projection.definition) return this.waitSuperseded(serving?.definition);
    this.version = serving.version;
    const interrupted = new Promise<void>((resolve) => (this.interrupt = resolve));
    const feed = await startFeed({
      ...this.options,
      version: serving.version,
      onWritten: (written) => this.took(written),
    });
    this.gate.moveTo(lowest(feed.positions));
    this.state = 'following';
    this.log('info', 'projection follows the store', { version: serving.version, position: lowest(feed.positions) });
    const timer = setInterval(() => void this.lookAtServing(serving.version), LOOK_AT_SERVING_MS);
    try {
      if (!this.stopping) await Promise.race([feed.ended, interrupted]);
    } finally {
      clearInterval(timer);
      await feed.stop().catch(() => undefined);
    }
  }

  private took(written: Written): void {
    this.attempts = 0;
    this.problem = null;
    this.gate.moveTo(lowest(written.positions));
    if (written.parked > 0)
      this.log('error', 'events were parked', { parked: written.parked, position: this.gate.position });
    if (written.serving !== this.version) this.interrupt();
  }

  /** A swap is seen with the next batch; on a quiet store, by looking. */
  private async lookAtServing(version: number): Promise<void> {
    const serving = await servingVersion(this.options.pool, this.options.projection.name).catch(() => undefined);
    if (serving && serving.version !== version) this.interrupt();
  }

  private async waitSuperseded(definition: number | undefined): Promise<void> {
    const { projection } = this.options;
    this.state = 'superseded';
    this.problem =
      `The version that serves is of definition ${definition ?? 'none'}, this program knows definition ${projection.definition}: ` +
      'run the newer program, or restart this one to rebuild with its own definition.';
    this.log('warn', this.problem, {});
    await this.pause(LOOK_AT_SERVING_MS);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopping) this.interrupt();
    });
  }

  private log(level: LogLine['level'], message: string, fields: Readonly<Record<string, unknown>>): void {
    this.options.log?.({ level, message, projection: this.options.projection.name, ...fields });
  }
}
