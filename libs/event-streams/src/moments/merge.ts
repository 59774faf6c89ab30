import type { KnownPlace } from '@streakline/event-store';
import { comparePlaces } from './place-order';

const BATCH = 500;

/** Two streams of batches in the order of knownAt as one. Each is read no further than it is needed. */
export async function* mergeByKnownAt<Item extends KnownPlace>(
  a: AsyncIterable<readonly Item[]>,
  b: AsyncIterable<readonly Item[]>,
): AsyncGenerator<readonly Item[], void, void> {
  const [one, other] = [new Queue(a), new Queue(b)];
  let batch: Item[] = [];
  try {
    for (;;) {
      if (one.isEmpty) await one.fill();
      if (other.isEmpty) await other.fill();
      const next = earlier(one, other);
      if (next === undefined) break;
      batch.push(next);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
}

function earlier<Item extends KnownPlace>(a: Queue<Item>, b: Queue<Item>): Item | undefined {
  const [first, second] = [a.first, b.first];
  if (first === undefined) return b.take();
  if (second === undefined) return a.take();
  return comparePlaces(first, second) <= 0 ? a.take() : b.take();
}

/** The batches of a stream, item by item. */
class Queue<Item> {
  private readonly batches: AsyncIterator<readonly Item[]>;
  private batch: readonly Item[] = [];
  private at = 0;
  private ended = false;

  constructor(stream: AsyncIterable<readonly Item[]>) {
    this.batches = stream[Symbol.asyncIterator]();
  }

  /** Whether there is more to be had that is not here yet. */
  get isEmpty(): boolean {
    return this.at >= this.batch.length && !this.ended;
  }

  get first(): Item | undefined {
    return this.batch[this.at];
  }

  take(): Item | undefined {
    return this.batch[this.at++];
  }

  async fill(): Promise<void> {
    while (this.isEmpty) {
      const next = await this.batches.next();
      if (next.done === true) this.ended = true;
      else [this.batch, this.at] = [next.value, 0];
    }
  }

  async close(): Promise<void> {
    await this.batches.return?.();
  }
}
