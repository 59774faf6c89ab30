import type { DataLint } from '@streakline/backtest';
import { type BacktestThreads, loadMarket, openThreads, type RunManifest } from '@streakline/backtests';
import type { ReadSide } from '@streakline/projections';

export interface ShelfOptions {
  readonly readSide: ReadSide;
  readonly threads: number;
  readonly timeLimitMs?: number | undefined;
}

/** A market in threads, and what its data was found to be. */
export interface ShelvedMarket {
  readonly threads: BacktestThreads;
  readonly data: DataLint;
}

interface Loaded {
  readonly key: string;
  readonly market: Promise<ShelvedMarket>;
  users: number;
}

/**
 * The market that the latest jobs were about, open in threads: jobs of one sweep share it. Another market takes its place
 * once the last job on it is done.
 */
export class MarketShelf {
  private latest: Loaded | undefined;

  constructor(private readonly options: ShelfOptions) {}

  async use<Answer>(manifest: RunManifest, work: (market: ShelvedMarket) => Promise<Answer>): Promise<Answer> {
    const loaded = this.taken(manifest);
    try {
      return await work(await loaded.market);
    } finally {
      loaded.users--;
      await this.put(loaded);
    }
  }

  async close(): Promise<void> {
    const { latest } = this;
    this.latest = undefined;
    if (latest?.users === 0) await closed(latest);
  }

  private taken(manifest: RunManifest): Loaded {
    const { universe, benchmark } = manifest.settings;
    const key = JSON.stringify([manifest.position, universe, benchmark]);
    const before = this.latest;
    if (before?.key === key) {
      before.users++;
      return before;
    }
    const fresh: Loaded = { key, market: this.load(manifest), users: 1 };
    // Whoever uses it hears of a failure; the next to ask tries anew.
    fresh.market.catch(() => {
      if (this.latest === fresh) this.latest = undefined;
    });
    this.latest = fresh;
    if (before?.users === 0) void closed(before);
    return fresh;
  }

  private async put(loaded: Loaded): Promise<void> {
    if (loaded.users === 0 && this.latest !== loaded) await closed(loaded);
  }

  private async load({ position, settings: { universe, benchmark } }: RunManifest): Promise<ShelvedMarket> {
    const { readSide, threads: atOnce, timeLimitMs } = this.options;
    const market = await readSide.read({ minPosition: position }, (view) =>
      loadMarket(view, { universe, benchmark, position }),
    );
    const threads = openThreads({ market, threads: atOnce, ...(timeLimitMs !== undefined && { timeLimitMs }) });
    try {
      return { threads, data: await threads.lint() };
    } catch (error) {
      await threads.close();
      throw error;
    }
  }
}

async function closed({ market }: Loaded): Promise<void> {
  // One that never opened has nothing to close, and its users have heard why.
  await market.then(
    ({ threads }) => threads.close(),
    () => undefined,
  );
}
