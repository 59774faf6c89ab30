import { mkdir } from 'node:fs/promises';
import {
  GeneratedMarketError,
  type MarketOptions,
  marketSessions,
  writeMarket,
  type WrittenMarket,
} from '@streakline/generated-market';
import { InterruptedError, UsageError } from '../failures';
import { print } from '../output/print';
import { openProjections, type StorageOptions } from '../projections/open-projections';
import { stopSignal } from '../serve/stop-signal';
import { ProgressLine } from '../study/progress-line';

export interface GenerateMarketOptions extends StorageOptions, MarketOptions {
  readonly json?: boolean;
}

/** Writes the events alone: read models follow, by a server on the same data or by the next command that reads them. */
export async function generateMarket({ json, ...options }: GenerateMarketOptions): Promise<void> {
  const { instruments, years, announcements, seed, end, faults, dataDir, databaseUrl } = options;
  const market = { instruments, years, announcements, seed, end, faults };
  checkOptions(market);
  const stop = stopSignal();
  if (databaseUrl === undefined) await mkdir(dataDir, { recursive: true });
  const storage = await openProjections(options);
  const line = new ProgressLine(process.stderr);
  const began = performance.now();
  const onProgress = (done: number) => line.show({ phase: 'writing the market', done, total: instruments + 1 });
  try {
    const written = await writeMarket(storage.store, market, { onProgress, signal: stop });
    line.clear();
    if (stop.aborted)
      throw new InterruptedError(
        `interrupted: ${written.instruments} instruments are written; the same command goes on from there`,
      );
    const seconds = (performance.now() - began) / 1_000;
    await print(json ? `${JSON.stringify({ ...written, seconds })}\n` : `${sentence(written, seconds)}\n`);
  } finally {
    line.clear();
    await storage.close();
  }
}

/** Before a folder is made or a PostgreSQL started: what cannot be leaves nothing behind. */
function checkOptions(market: MarketOptions): void {
  try {
    marketSessions(market);
  } catch (error) {
    if (error instanceof GeneratedMarketError) throw new UsageError(error.message);
    throw error;
  }
}

function sentence({ instruments, bars, announcements, events, added, position }: WrittenMarket, seconds: number) {
  const count = (value: number) => value.toLocaleString('en-US');
  const news = added === 0 ? 'all of it was on record already' : `${count(added)} events were added`;
  return `${count(instruments)} instruments, ${count(bars)} bars, ${count(announcements)} announcements in ${count(events)} events up to position ${position}: ${news} in ${seconds.toFixed(1)} s.`;
}
