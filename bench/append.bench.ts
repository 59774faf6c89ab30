import type { Bench, BenchRow } from './bench';
import { openMinimalLoop } from './ceilings/minimal-append';
import { openStore } from './open-store';
import { byTurns, now, quantile } from './pairing';
import { sampleEvent } from './sample-events';

const ROUNDS = 5;
const ROUND_MS = 1_000;

/** Appends with so many in flight for a second; answers how many a second were answered, and takes down how long each took. */
async function closedLoop(inFlight: number, append: () => Promise<unknown>, took: number[]): Promise<number> {
  const began = now();
  let done = 0;
  const worker = async () => {
    while (now() - began < ROUND_MS) {
      const sent = now();
      await append();
      took.push(now() - sent);
      done++;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return (done / (now() - began)) * 1000;
}

/** Durable single-event appends at the store's door, each to a stream of its own, beside a minimal loop on raw pg. */
export const bench: Bench = {
  name: 'append',
  run: async ({ createDatabase, log }) => {
    const { store, close } = await openStore(await createDatabase());
    const loop = await openMinimalLoop(await createDatabase());
    const rows: BenchRow[] = [];
    let [ours, theirs] = [0, 0];
    const append = async () => {
      const { streamId, event } = sampleEvent(ours++);
      const result = await store.append({ streams: [{ streamId, expectedVersion: 'none', events: [event] }] });
      if (result.outcome !== 'appended')
        throw new Error(`the benchmark's own append was not stored: ${JSON.stringify(result)}`);
    };
    for (const inFlight of [1, 8, 32, 128]) {
      const took: number[] = [];
      const paired = await byTurns(
        ROUNDS,
        () => closedLoop(inFlight, append, took),
        () => closedLoop(inFlight, () => loop.append(theirs++), []),
      );
      rows.push({
        what: `append, ${inFlight} in flight`,
        unit: 'commands/s',
        ...paired,
        ...(inFlight === 32 ? { target: 'ratio 0.8' } : {}),
        note: `p50 ${quantile(took, 0.5).toFixed(1)} ms, p99 ${quantile(took, 0.99).toFixed(1)} ms`,
      });
      log(`${inFlight} in flight: ${Math.round(paired.ours)} beside ${Math.round(paired.ceiling)}`);
    }
    await loop.close();
    await close();
    return rows;
  },
};
