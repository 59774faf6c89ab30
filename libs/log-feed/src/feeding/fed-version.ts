import type { EventStore } from '@streakline/event-store';
import {
  type Checkpoint,
  type FeedOptions,
  openVersion,
  type Positions,
  type VersionMemory,
  type VersionWriter,
} from '@streakline/projections';
import { LogFeedError } from '../log-feed-error';
import { inOrder, offsetBehind, type Piece, type Plan } from '../planning/plan-batch';
import { readGaps } from './read-gaps';

const DEFAULT_MAX_EVENTS = 2_000;

export interface FedVersionOptions {
  readonly topic: string;
  /** Partitions whose offset hints stay where they are for now. */
  readonly keepsHint: (partition: number) => boolean;
}

/** The version that a feed writes to: what this process has of it, and one transaction after the other. */
export class FedVersion {
  /** Events a transaction, at most. */
  readonly maxEvents: number;
  private readonly memory: VersionMemory;
  private readonly writer: VersionWriter;
  private own: ReadonlySet<number> = new Set();
  /** Of the store, when it was last asked. */
  private head = 0;

  constructor(
    private readonly feed: FeedOptions,
    private readonly options: FedVersionOptions,
  ) {
    this.maxEvents = feed.maxBatch ?? DEFAULT_MAX_EVENTS;
    ({ memory: this.memory, writer: this.writer } = openVersion(feed));
  }

  get positions(): Positions {
    return this.memory.positions;
  }

  /** Has these partitions from now on, and reads where they stand, whoever had them before. Throws FencedError where the version is no more. */
  takeOver(partitions: readonly number[]): Promise<ReadonlyMap<number, Checkpoint>> {
    this.own = new Set(partitions);
    return this.reread();
  }

  /** After another process moved the checkpoints. */
  async reread(): Promise<ReadonlyMap<number, Checkpoint>> {
    const checkpoints = await this.memory.read(this.feed.pool, this.own);
    this.feed.onOwned?.(this.memory.positions);
    return checkpoints;
  }

  /** One transaction: what the plan has of the log, and a page of what it has to read from the store. */
  async write(plan: Plan, pieces: readonly Piece[]): Promise<void> {
    await this.checkHead(plan);
    const page = await readGaps(this.store, plan.gaps, this.maxEvents);
    const offsetHints = new Map<number, number>();
    for (const piece of pieces) {
      const done = plan.done.get(piece.partition);
      if (done !== undefined && !this.options.keepsHint(piece.partition))
        offsetHints.set(piece.partition, offsetBehind(piece, done));
    }
    const to = new Map([...plan.to, ...page.to]);
    this.feed.onWritten(await this.writer.write({ events: inOrder([plan.events, page.events]), to, offsetHints }));
  }

  private get store(): EventStore {
    return this.feed.store;
  }

  /** A log that is ahead of the store would have events skipped that the store is still to record under these positions. */
  private async checkHead({ to, gaps }: Plan): Promise<void> {
    const furthest = Math.max(...to.values(), ...gaps.map(({ upTo }) => upTo));
    if (furthest <= this.head) return;
    this.head = await this.store.head();
    if (furthest > this.head)
      throw new LogFeedError(
        'aheadOfStore',
        `Topic ${this.options.topic} has come to position ${furthest} and the store only to ${this.head}: it belongs to another store, or this one was restored from a backup. Name another topic, or delete this one.`,
      );
  }
}
