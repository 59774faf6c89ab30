import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { isConnectionLoss } from '@streakline/database';
import type { BatchControl } from '@streakline/event-log';
import { FencedError, type Positions } from '@streakline/projections';
import { planBatch, type Piece, type Plan } from '../planning/plan-batch';

/** A piece that waits for its transactions. */
export interface WaitingPiece extends Piece {
  readonly control: BatchControl;
}

export interface GroupCommitOptions {
  /** Events a transaction, at most. */
  readonly maxEvents: number;
  readonly positions: () => Positions;
  /** One transaction: what the plan says, and a page of what it has to read first. */
  readonly write: (plan: Plan, pieces: readonly Piece[]) => Promise<void>;
  /** After another process moved the checkpoints. Throws where there is nothing left to feed. */
  readonly reread: () => Promise<unknown>;
  readonly onTrouble: (error: unknown) => void;
}

interface Waiting {
  piece: WaitingPiece;
  readonly settle: (failure?: { readonly error: unknown }) => void;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 2_000;

/**
 * The one writer of a process: transactions follow each other, each with something of every partition that has records
 * waiting. While one is under way the next gathers, so that the watermarks of twelve partitions are one transaction.
 */
export class GroupCommit {
  private readonly waiting = new Map<number, Waiting>();
  private working: Promise<void> | undefined;
  private failures = 0;

  constructor(private readonly options: GroupCommitOptions) {}

  /** Resolves when the piece is written, or counts for nothing any more; rejects with what no repetition mends. */
  add(piece: WaitingPiece): Promise<void> {
    return new Promise((resolve, reject) => {
      // One batch of a partition is under way at a time: what still waits there is of an assignment that is over.
      this.settle(piece.partition);
      const settle: Waiting['settle'] = (failure) => (failure ? reject(asError(failure.error)) : resolve());
      this.waiting.set(piece.partition, { piece, settle });
      this.working ??= this.work().finally(() => (this.working = undefined));
    });
  }

  /** Whether records of any partition wait. */
  get isBusy(): boolean {
    return this.waiting.size > 0;
  }

  /** Forgets what waits. A transaction that is under way ends as it may: the checkpoints decide. */
  drop(): void {
    for (const partition of [...this.waiting.keys()]) this.settle(partition);
  }

  /** Resolves when no transaction is under way and nothing waits. */
  async idle(): Promise<void> {
    while (this.working) await this.working;
  }

  private async work(): Promise<void> {
    // What the same fetch brought for other partitions is handed over in this turn.
    await nextTurn();
    while (this.dropStale() > 0) {
      try {
        await this.step();
        this.failures = 0;
      } catch (error) {
        await this.recover(error).catch((fatal: unknown) => this.failAll(fatal));
      }
    }
  }

  private async step(): Promise<void> {
    const taken = [...this.waiting.values()];
    const plan = planBatch(
      taken.map(({ piece }) => piece),
      this.options.positions(),
      this.options.maxEvents,
    );
    if (plan.to.size > 0 || plan.gaps.length > 0) {
      await this.options.write(
        plan,
        taken.map(({ piece }) => piece),
      );
    }
    for (const one of taken) {
      const { partition, records } = one.piece;
      const done = plan.done.get(partition);
      if (done === undefined || this.waiting.get(partition) !== one) continue;
      one.piece = { ...one.piece, done };
      if (done >= records.length) this.settle(partition);
    }
  }

  private async recover(error: unknown): Promise<void> {
    if (error instanceof FencedError) await this.options.reread();
    else if (isConnectionLoss(error)) this.options.onTrouble(error);
    else throw error;
    await wait(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures));
    this.failures += 1;
    for (const { piece } of [...this.waiting.values()]) {
      // The partition is another's by now: the batch counts for nothing.
      await piece.control.heartbeat().catch(() => this.settle(piece.partition));
    }
  }

  private dropStale(): number {
    for (const { piece } of [...this.waiting.values()]) if (piece.control.isStale()) this.settle(piece.partition);
    return this.waiting.size;
  }

  private failAll(error: unknown): void {
    for (const partition of [...this.waiting.keys()]) this.settle(partition, { error });
  }

  private settle(partition: number, failure?: { readonly error: unknown }): void {
    const waiting = this.waiting.get(partition);
    this.waiting.delete(partition);
    waiting?.settle(failure);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
