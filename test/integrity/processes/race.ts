import { randomUUID } from 'node:crypto';
import type { EventStore } from '@streakline/event-store';

export interface RaceRecord {
  /** The id that was stored at each version that this racer won. */
  readonly won: (readonly [version: number, id: string])[];
  /** Tries of which it was told that another was first. */
  told: number;
  tries: number;
}

/** Takes a stream from version to version against others, eight tries at a time, until it is at `finish`. */
export async function race(store: EventStore, streamId: string, finish: number): Promise<RaceRecord> {
  const record: RaceRecord = { won: [], told: 0, tries: 0 };
  const run = async () => {
    for (;;) {
      const version = (await store.readStream(streamId)).length;
      if (version >= finish) return;
      const id = randomUUID();
      const result = await store.append({
        streams: [
          { streamId, expectedVersion: version, events: [{ id, type: 'Won', typeVersion: 1, data: null, keys: [] }] },
        ],
      });
      record.tries++;
      if (result.outcome === 'appended') record.won.push([version + 1, id]);
      if (result.outcome === 'versionConflict' && result.actual > version) record.told++;
    }
  };
  await Promise.all(Array.from({ length: 8 }, run));
  return record;
}
