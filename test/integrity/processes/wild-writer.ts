import type { Append, EventStore, ExpectedVersion } from '@streakline/event-store';
import type { NewEvent } from '@streakline/events';
import type { RandomSource } from '../random-source';

/** What the writer was told: the id of each event stored, by its position. */
export type Receipts = Map<number, string>;

/**
 * Writes as a busy process does: many appends at once, over few streams and some new ones, over several streams at
 * once, with versions that are often wrong, some sent twice. Ends when all appends are answered.
 */
export async function writeWildly(
  store: EventStore,
  random: RandomSource,
  options: { readonly appends: number; readonly inFlight: number },
): Promise<Receipts> {
  const receipts: Receipts = new Map();
  let left = options.appends;
  const worker = async () => {
    while (left-- > 0) {
      const append = anyAppend(random);
      const twice = random.below(8) === 0;
      const results = await Promise.all([store.append(append), ...(twice ? [store.append(append)] : [])]);
      for (const result of results)
        if ('events' in result) for (const { position, id } of result.events) receipts.set(position, id);
    }
  };
  await Promise.all(Array.from({ length: options.inFlight }, worker));
  return receipts;
}

function anyAppend(random: RandomSource): Append {
  const count = random.below(10) === 0 ? 3 : 1;
  const streamIds = new Set(
    Array.from({ length: count }, () => (random.below(2) ? `busy-${random.below(8)}` : `new-${random.next()}`)),
  );
  return {
    streams: [...streamIds].map((streamId) => ({
      streamId,
      expectedVersion: anyVersion(random),
      events: someEvents(random),
    })),
  };
}

function anyVersion(random: RandomSource): ExpectedVersion {
  return random.pick<ExpectedVersion>(['any', 'any', 'any', 'none', 'exists', random.below(50)]);
}

function someEvents(random: RandomSource): readonly NewEvent[] {
  return Array.from({ length: random.below(20) === 0 ? 200 : 1 + random.below(3) }, () => ({
    id: uuidOf(random),
    type: 'WildlyWritten',
    typeVersion: 1,
    data: { padding: 'x'.repeat(random.below(400)) },
    keys: [`key-${random.below(20)}`],
  }));
}

function uuidOf(random: RandomSource): string {
  const digits = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
