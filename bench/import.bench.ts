import type { Bench, BenchContext, BenchRow } from './bench';
import { openCopyImport } from './ceilings/copy-import';
import { openStore } from './open-store';
import { byTurns, now } from './pairing';
import { priceFileImported } from './price-file/import-price-file';
import { sampleEvent } from './sample-events';

const ROUNDS = 4;
const EVENTS_PER_ROUND = 40_000;
const EVENTS_PER_APPEND = 2_000;
const IN_FLIGHT = 2;

/**
 * Many events an append, as a bulk import makes them, beside COPY of the same rows into tables of the same shape; and a
 * vendor's price file, read, decided, stored and shown.
 */
export const bench: Bench = {
  name: 'import',
  run: async (context) => [...(await priceFileImported(context)), ...(await eventsImported(context))],
};

async function eventsImported({ createDatabase, log }: BenchContext): Promise<readonly BenchRow[]> {
  const url = await createDatabase();
  const { store, close } = await openStore(url);
  const copy = await openCopyImport(url);
  let [imported, copied, appends] = [0, 0, 0];
  const append = async () => {
    const events = Array.from({ length: EVENTS_PER_APPEND }, () => sampleEvent(imported++).event);
    await store.append({ streams: [{ streamId: `import-${appends++}`, expectedVersion: 'none', events }] });
  };
  const importRound = async () => {
    const began = now();
    let left = EVENTS_PER_ROUND / EVENTS_PER_APPEND;
    const worker = async () => {
      while (left-- > 0) await append();
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
    return (EVENTS_PER_ROUND / (now() - began)) * 1000;
  };
  const copyRound = async () => {
    const began = now();
    await copy.load(copied, EVENTS_PER_ROUND);
    copied += EVENTS_PER_ROUND;
    return (EVENTS_PER_ROUND / (now() - began)) * 1000;
  };
  const paired = await byTurns(ROUNDS, importRound, copyRound);
  log(`${Math.round(paired.ours)} events/s beside ${Math.round(paired.ceiling)} by COPY`);
  await copy.close();
  await close();
  return [
    {
      what: `import, ${EVENTS_PER_APPEND} events an append`,
      unit: 'events/s',
      ...paired,
      target: '45,000/s',
      note: 'ceiling: COPY of the same rows',
    },
  ];
}
