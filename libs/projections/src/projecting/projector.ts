import { type Positions, readCheckpoints } from '../checkpoints/checkpoints';
import { PARTITION_COUNT } from '../partitions/partition-of';
import { bringUpToDate } from '../rebuild/bring-up-to-date';
import type { RebuildProgress } from '../rebuild/progress';
import type { RebuildParts } from '../rebuild/rebuild-parts';
import { servingPositions, servingVersion } from '../versions/version-registry';
import { startFeed, type StartFeed, type VersionFeed } from './version-feed';
import type { Written } from './version-writer';
import { WholePosition } from './whole-position';

/**
 * `following`: it feeds what the store has; `retrying`: something failed (see `problem`) and it tries again;
 * `superseded`: another process made a version of another definition, which this code must not write to.
 */
export type ProjectorState = 'stopped' | 'rebuilding' | 'following' | 'retrying' | 'superseded';

export interface ProjectorStatus {
  readonly state: ProjectorState;
  readonly version: number | null;
  /** The lowest of all partitions of the version, whichever processes have them; about a second old where this one has not all. */
  readonly position: number;
  /** Where the partitions are that this process has: all on the embedded feed, its share on Kafka. */
  readonly partitions: Positions;
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
  /** What feeds the version that serves; default: the store's own feed. Rebuilds always read the store. */
  readonly startFeed?: StartFeed;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const LOOK_AROUND_MS = 1_000;

/**
 * Keeps the serving version of one projection up with the store. Several may run at once: on the log feed they share
 * the partitions, on the embedded one checkpoints let only one of them write a batch, and a second is only a spare.
 */
export class Projector {
  private readonly whole = new WholePosition(() => this.readWhole());
  private own: Positions = new Map();
  private state: ProjectorState = 'stopped';
  private version: number | null = null;
  private problem: string | null = null;
  private progress: RebuildProgress | null = null;
  private attempts = 0;
  /** The problem is one that the feed deals with itself. */
  private inTrouble = false;
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
    this.whole.close();
  }

  /** Resolves to true once everything up to `position` is written, by whichever processes, to false when `timeoutMs` is over before. */
  waitUntil(position: number, timeoutMs = 5_000): Promise<boolean> {
    return this.whole.waitUntil(position, timeoutMs);
  }

  status(): ProjectorStatus {
    const { state, version, problem, progress, own } = this;
    return { state, version, position: this.whole.position, partitions: own, problem, rebuild: progress };
  }

  private async follow(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.followServing();
        this.problem = null;
      } catch (error) {
        this.failed(error);
        this.inTrouble = false;
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
    const positions = await readCheckpoints(pool, projection.name, serving.version);
    // In one turn: nobody may take the position of the version before for that of this one.
    this.version = serving.version;
    this.whole.restartAt(positions);
    const interrupted = new Promise<void>((resolve) => (this.interrupt = resolve));
    const feed = await this.begin(serving.version, interrupted);
    if (!feed) return;
    this.log('info', 'projection follows the store', { version: serving.version, position: this.whole.position });
    const timer = setInterval(() => void this.lookAround(serving.version), LOOK_AROUND_MS);
    try {
      if (!this.stopping) await Promise.race([feed.ended, interrupted]);
    } finally {
      clearInterval(timer);
      await feed.stop().catch(() => undefined);
      this.own = new Map();
    }
  }

  /** Nothing where it was interrupted before the feed began, as where Kafka does not answer. */
  private async begin(version: number, interrupted: Promise<void>): Promise<VersionFeed | undefined> {
    const starting = (this.options.startFeed ?? startFeed)({
      ...this.options,
      version,
      onOwned: (positions) => this.owns(positions),
      onWritten: (written) => this.took(written),
      onTrouble: (error) => {
        this.failed(error);
        this.inTrouble = true;
      },
    });
    if (this.stopping) this.interrupt();
    const feed = await Promise.race([starting, interrupted]);
    if (!feed) {
      void starting.then((late) => late.stop()).catch(() => undefined);
      return undefined;
    }
    await this.whole.look();
    this.state = 'following';
    return feed;
  }

  private failed(error: unknown): void {
    this.problem = error instanceof Error ? error.message : String(error);
    this.state = 'retrying';
    this.log('warn', 'projection stopped following and tries again', {
      problem: this.problem,
      attempts: this.attempts,
    });
  }

  private took({ positions, serving, parked }: Written): void {
    this.attempts = 0;
    this.problem = null;
    this.inTrouble = false;
    this.state = 'following';
    this.owns(positions);
    if (parked > 0) this.log('error', 'events were parked', { parked, position: this.whole.position });
    if (serving !== this.version) this.interrupt();
  }

  private owns(positions: Positions): void {
    if (this.inTrouble) [this.inTrouble, this.problem, this.state] = [false, null, 'following'];
    this.own = positions;
    this.whole.own(positions);
  }

  private readWhole(): Promise<Positions> {
    const { pool, projection } = this.options;
    return this.version === null ? Promise.resolve(new Map()) : readCheckpoints(pool, projection.name, this.version);
  }

  /**
   * A swap is seen with the next batch, or here; how far others have brought their partitions, only here. Batches do not
   * wait for the disk: a PostgreSQL that crashed may have forgotten the last of them, which are to be folded again.
   */
  private async lookAround(version: number): Promise<void> {
    const { own } = this;
    // What fails here fails where it matters too, and shows there.
    const serving = await servingPositions(this.options.pool, this.options.projection.name).catch(() => undefined);
    if (serving && (serving.version !== version || isBehind(serving.positions, own))) {
      this.interrupt();
      return;
    }
    if (this.own.size < PARTITION_COUNT) await this.whole.look().catch(() => undefined);
    // It has followed for a while since it failed: where nothing is to be written, no batch would say so.
    if (this.state === 'following') this.problem = null;
  }

  private async waitSuperseded(definition: number | undefined): Promise<void> {
    const { projection } = this.options;
    this.state = 'superseded';
    this.problem =
      `The version that serves is of definition ${definition ?? 'none'}, this program knows definition ${projection.definition}: ` +
      'run the newer program, or restart this one to rebuild with its own definition.';
    this.log('warn', this.problem, {});
    await this.pause(LOOK_AROUND_MS);
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

/** Whether the database has forgotten what was known to be committed when it was asked. */
function isBehind(found: Positions, known: Positions): boolean {
  return [...known].some(([partition, position]) => (found.get(partition) ?? position) < position);
}
