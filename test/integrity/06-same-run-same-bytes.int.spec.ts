import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  loadMarket,
  loadStrategy,
  logOf,
  manifestOf,
  openThreads,
  runIdOf,
  type SharedMarket,
  type StrategyCode,
} from '@streakline/backtests';
import { defaultMarket, writeMarket } from '@streakline/generated-market';
import { BarsRevised } from '@streakline/events';
import { ReadSide } from '@streakline/projections';
import { createProjectedMarket, type ProjectedMarket } from './projected-market';

/* Uses all that could differ from run to run: chance, the clock, state of its own, the order of instruments, all handlers. */
const STRATEGY = `import { defineStrategy } from '@streakline/backtest';
const seen: string[] = [];
export default defineStrategy({
  name: 'uses-everything',
  params: { threshold: 0.5 },
  state: () => ({ drawn: 0 }),
  onStart({ log }) { log(new Date().toISOString()); },
  onAnnouncement({ log }, { act, instrument }) { seen.push(act.of); log(instrument.ref + ' ' + seen.length); },
  onSession({ random, params, instruments, order, state }) {
    state.drawn += random();
    for (const instrument of instruments)
      if (Math.random() > params.threshold) order(instrument, { toWeight: random() / 10 - 0.03, }, { at: 'close' });
  },
  onReaction({ order }, { instrument, reaction }) {
    if ((reaction.abnormalReturn ?? 0) > 0) order(instrument, { value: 5000 });
  },
  onRun({ close }, { instrument, run }) { if (run.length > 3) close(instrument); },
  onFill({ log, state, now }, fill) { log([fill.orderId, fill.shares, state.drawn, Date.now() === now].join()); },
});
`;

describe('invariant 6: a backtest with the same code, parameters and position gives byte-identical results', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-same-bytes-'));
  const settings = { from: '2024-03-01', to: '2025-06-30', costs: { borrowRate: 0.05 } };
  let projected: ProjectedMarket;
  let readSide: ReadSide;
  let code: StrategyCode;
  let market: SharedMarket;

  beforeAll(async () => {
    projected = await createProjectedMarket();
    const { store, database } = projected.made;
    const written = await writeMarket(store, { ...defaultMarket, instruments: 12, years: 3, announcements: 150 });
    const projector = await projected.start();
    while (!(await projector.waitUntil(written.position))) continue;
    readSide = new ReadSide({ pool: database.pool, store, projection: 'dossiers' });
    market = await readSide.read({}, (view) => loadMarket(view));
    writeFileSync(join(folder, 'uses-everything.ts'), STRATEGY);
    code = await loadStrategy(join(folder, 'uses-everything.ts'));
  });
  afterAll(async () => {
    await projected.dispose();
    rmSync(folder, { recursive: true });
  });

  async function bytesOf(on: SharedMarket, threads: number, runs: number): Promise<readonly string[]> {
    const pool = openThreads({ market: on, threads });
    try {
      const params = [0.5, 0.6, 0.7].slice(0, runs).map((threshold) => ({ threshold }));
      const results = await Promise.all(params.map((chosen) => pool.run({ code, params: chosen, settings })));
      for (const { state, failure, trades } of results) {
        expect({ state, failure }).toEqual({ state: 'done', failure: null });
        expect(trades.length).toBeGreaterThan(50);
      }
      return results.map((result) => JSON.stringify(result));
    } finally {
      await pool.close();
    }
  }

  it('twice, in one thread and in two, whatever ran before in the thread', async () => {
    const alone = await bytesOf(market, 1, 3);
    expect(new Set(alone).size).toBe(3);
    expect(await bytesOf(market, 1, 3)).toEqual(alone);
    expect(await bytesOf(market, 2, 3)).toEqual(alone);
    expect(await bytesOf(market, 1, 1)).toEqual(alone.slice(0, 1));
  }, 60_000);

  it('from the same position, whatever was recorded since', async () => {
    const [before] = await bytesOf(market, 1, 1);
    const { store } = projected.made;
    const { instrumentId } = market.instruments[0]!;
    const bar = { sessions: ['2024-09-03'], close: [1] };
    const revision = { instrumentId, source: 'late', basisAsOf: null, ...bar } as const;
    const event = BarsRevised.create(
      { ...revision, instrumentId: revision.instrumentId as `ins_${string}` },
      Date.now(),
    );
    await store.append({ streams: [{ streamId: 'late', expectedVersion: 'none', events: [event] }] });
    expect(await store.head()).toBe(market.position + 1);
    // A rebuild from zero packs all facts anew, the later one with them.
    await projected.againstRebuild();
    const again = await readSide.read({}, (view) => loadMarket(view, { position: market.position }));
    expect(await bytesOf(again, 1, 1)).toEqual([before]);
  }, 60_000);

  it('and has the same id then, another one with other parameters', async () => {
    const pool = openThreads({ market });
    const resolved = await pool.settle({ code, settings });
    await pool.close();
    const idOf = (threshold: number, on = market) =>
      runIdOf(manifestOf(code, { params: { threshold }, settings: resolved }, logOf(on, resolved)));
    expect(idOf(0.5)).toBe(idOf(0.5));
    expect(idOf(0.5)).not.toBe(idOf(0.6));
  });
});
