import { setTimeout as wait } from 'node:timers/promises';
import { lowest, type Positions } from '../checkpoints/checkpoints';
import { PARTITION_COUNT } from '../partitions/partition-of';
import { PositionGate } from './position-gate';

const LOOK_AGAIN_MS = 25;

/**
 * How far a version is in all of its partitions, whichever processes have them. A process that has all of them knows;
 * any other one looks at the checkpoints, often only while somebody waits.
 */
export class WholePosition {
  private readonly gate = new PositionGate();
  private ownsAll = false;
  private looking = false;

  constructor(private readonly read: () => Promise<Positions>) {}

  get position(): number {
    return this.gate.position;
  }

  /** Takes in positions of this process's partitions. */
  own(positions: Positions): void {
    this.ownsAll = positions.size === PARTITION_COUNT;
    if (this.ownsAll) this.gate.moveTo(lowest(positions));
  }

  /** Begins with the version that is followed from now on: what an older one had come to says nothing of it. */
  restartAt(positions: Positions): void {
    this.ownsAll = false;
    this.gate.restartAt(lowest(positions));
  }

  async look(): Promise<void> {
    const positions = await this.read();
    if (positions.size === PARTITION_COUNT) this.gate.moveTo(lowest(positions));
  }

  /** True once `position` is reached, false when the time is over or close() was called. */
  waitUntil(position: number, timeoutMs: number): Promise<boolean> {
    const reached = this.gate.waitUntil(position, timeoutMs);
    if (!this.looking) void this.lookWhileAwaited();
    return reached;
  }

  close(): void {
    this.gate.close();
  }

  private async lookWhileAwaited(): Promise<void> {
    this.looking = true;
    while (this.gate.isAwaited) {
      // Who waits is told when its time is over; a database that is away shows elsewhere.
      if (!this.ownsAll) await this.look().catch(() => undefined);
      await wait(LOOK_AGAIN_MS);
    }
    this.looking = false;
  }
}
