import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importEdgar } from '@streakline/edgar-import';
import { ListInstrument } from '@streakline/instruments';
import { openWriteSide } from '../apps/cli/src/import/write-side';
import type { Bench, BenchRow } from './bench';
import { openStore } from './open-store';
import { byTurns, now } from './pairing';
import { sampleEvent } from './sample-events';

const FILINGS = 1_000;
const ROUNDS = 3;
const IN_FLIGHT = 16;

/**
 * A submissions file of 1,000 filings into the store: as issuers file (one in four a current report), and where every
 * one of them is. From the file's first byte to the last event, durable; the read models are the projector's affair.
 * Beside it the same number of events, ready made, each an append of its own.
 */
export const bench: Bench = {
  name: 'edgar',
  run: async ({ createDatabase, log }) => {
    const folder = mkdtempSync(join(tmpdir(), 'streakline-edgar-bench-'));
    const rows: BenchRow[] = [];
    try {
      for (const [what, everyNth] of [
        ['one in four an 8-K', 4],
        ['all of them 8-Ks', 1],
      ] as const) {
        const paired = await byTurns(
          ROUNDS,
          async () => imported(await createDatabase(), folder, everyNth),
          async () => appended(await createDatabase(), FILINGS / everyNth),
        );
        log(`${what}: ${paired.ours.toFixed(2)} s beside ${paired.ceiling.toFixed(2)} s`);
        const note = 'ceiling: as many events, ready made, appended one by one';
        rows.push({ what: `${FILINGS} filings of EDGAR, ${what}`, unit: 's', ...paired, target: 'under 1 s', note });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    return rows;
  },
};

/** Seconds for the bare appends. */
async function appended(databaseUrl: string, count: number): Promise<number> {
  const { store, close } = await openStore(databaseUrl);
  const events = Array.from({ length: count }, (_, index) => sampleEvent(index).event);
  const began = now();
  const worker = async () => {
    for (let event = events.pop(); event !== undefined; event = events.pop()) {
      await store.append({
        streams: [{ streamId: `bare-${events.length}`, expectedVersion: 'none', events: [event] }],
      });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  const seconds = (now() - began) / 1_000;
  await close();
  return seconds;
}

/** Seconds for one import into an empty store. */
async function imported(databaseUrl: string, folder: string, everyNth: number): Promise<number> {
  const file = join(folder, 'CIK0001234567.json');
  writeFileSync(file, submissions(everyNth));
  const writing = await openWriteSide({ databaseUrl, dataDir: folder });
  const listing = { symbol: 'EXMP', mic: 'XNAS', name: 'Example', currency: 'USD', cik: '0001234567' };
  await writing.execute(new ListInstrument(listing, { now: Date.now(), correlationId: randomUUID() }));
  const began = now();
  const { issuers } = await importEdgar(writing, [file], { now: Date.now() });
  const seconds = (now() - began) / 1_000;
  await writing.close();
  const recorded = issuers[0]?.announcements.recorded;
  if (recorded !== FILINGS / everyNth) throw new Error(`${recorded} announcements were recorded`);
  return seconds;
}

function submissions(everyNth: number): string {
  const filings = Array.from({ length: FILINGS }, (_, index) => {
    const day = new Date(Date.UTC(2025, 11, 30) - index * 3 * 86_400_000).toISOString().slice(0, 10);
    return {
      accession: `0001234567-26-${String(index).padStart(6, '0')}`,
      day,
      form: index % everyNth === 0 ? '8-K' : '4',
    };
  });
  const column = (value: (filing: (typeof filings)[number]) => string) => filings.map(value);
  const recent = {
    accessionNumber: column(({ accession }) => accession),
    filingDate: column(({ day }) => day),
    reportDate: column(({ day }) => day),
    acceptanceDateTime: column(({ day }) => `${day}T16:02:22.000Z`),
    form: column(({ form }) => form),
    items: column(({ form }) => (form === '8-K' ? '5.02,9.01' : '')),
  };
  return JSON.stringify({
    cik: '0001234567',
    name: 'EXAMPLE',
    tickers: [],
    exchanges: [],
    filings: { recent, files: [] },
  });
}
