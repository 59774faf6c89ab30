import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { addEvent, bytesOf, type Dossier, emptyDossier } from '@streakline/dossiers';
import type { PostgresEventStore } from '@streakline/event-store';

/** Bytes that a dossier holds in a projector's memory: by the heap, and by its own reckoning, which the cache counts. */
export async function memoryBytes(
  store: PostgresEventStore,
): Promise<{ readonly byHeap: number; readonly reckoned: number }> {
  // Once for nothing: what reading itself leaves behind (buffers, compiled code) is there before and after.
  await readDossiers(store);
  const before = await heapUsed();
  const dossiers = await readDossiers(store);
  const byHeap = ((await heapUsed()) - before) / dossiers.length;
  return { byHeap, reckoned: dossiers.reduce((sum, dossier) => sum + bytesOf(dossier), 0) / dossiers.length };
}

async function readDossiers(store: PostgresEventStore): Promise<readonly Dossier[]> {
  const dossiers: Dossier[] = [];
  for await (const { key, events } of store.readAllByKey({ keyPrefix: 'ins_' })) {
    const dossier = emptyDossier(key);
    for (const event of events) addEvent(dossier, event);
    dossiers.push(dossier);
  }
  return dossiers;
}

/** After collections, so that only what is held counts; what lies outside of the heap is let go of a turn later. */
async function heapUsed(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed: heap, external } = process.memoryUsage();
  return heap + external;
}
