import { createTestStore, type TestStore } from '@streakline/testing';
import { generatedMarket } from '../../test/generated';
import { strategyFolder, strategySource } from '../../test/strategy-folder';
import { type RunManifest, manifestOf, runIdOf } from '../manifest/run-manifest';
import { logOf } from '../market/market-in-use';
import { openThreads } from '../running/open-threads';
import { chosenParams } from '../strategies/chosen-params';
import { loadStrategy } from '../strategies/load-strategy';
import { backtestsMigrations } from './backtests-tables';
import { NotReproducibleError, RunStore } from './run-store';

const BUYS = `params: { weight: 1 },
  onStart({ instruments, order, params }) { order(instruments[0]!, { toWeight: params.weight }); },`;

describe('runs that are kept', () => {
  const folder = strategyFolder();
  const market = generatedMarket();
  const threads = openThreads({ market, timeLimitMs: 300 });
  let made: TestStore;
  let store: RunStore;
  beforeAll(async () => {
    made = await createTestStore({ migrations: backtestsMigrations });
    store = new RunStore(made.database.pool);
  });
  afterAll(async () => {
    await threads.close();
    await made.dispose();
  });

  async function ran(handlers: string, params = {}) {
    const code = await loadStrategy(folder.write('under-test.ts', strategySource(handlers)));
    const result = await threads.run({ code, params, settings: { from: '2025-01-02', to: '2025-03-01' } });
    const chosen = { params: chosenParams(code, params), settings: result.settings };
    return { manifest: manifestOf(code, chosen, logOf(market, result.settings)), result };
  }

  it('are told again byte by byte, and keeping one again changes nothing', async () => {
    const run = await ran(BUYS);
    const kept = await store.keep(run);
    expect(kept).toMatchObject({ strategy: 'under-test', state: 'done', params: { weight: 1 }, failure: null });
    expect(await store.keep(run)).toEqual(kept);
    const document = await store.document(kept.runId);
    expect(JSON.stringify(document?.result)).toBe(JSON.stringify(run.result));
    expect(document?.run).toEqual(kept);
    expect(kept.metrics?.totalReturn).toBe(document?.performance?.net.metrics.totalReturn);
  });

  it('know what they come to without the position that is open at their end', async () => {
    const turns = `state: () => ({ sessions: 0 }),
  onSession({ instruments, order, close, state }) {
    state.sessions++;
    if (state.sessions === 2 || state.sessions === 20) order(instruments[0]!, { toWeight: 0.5 });
    if (state.sessions === 10) close(instruments[0]!);
  },`;
    const run = await ran(turns);
    const { curve, trades, settings } = run.result;
    expect(trades.map(({ exitReason }) => exitReason)).toEqual(['order', 'open']);
    const { purged } = await store.keep(run);
    // Ordered after the 20th close, and so entered in the 21st session: twenty are left.
    expect(purged).toMatchObject({ from: curve.sessions[20], sessions: 20, of: curve.sessions.length });
    expect(purged?.metrics?.totalReturn).toBeCloseTo(curve.equity[19]! / settings.initialCash - 1, 12);
    // Nothing is open at the end of one that only looks on.
    expect((await store.keep(await ran('onSession() {},'))).purged).toBeNull();
  });

  it('have the hash of their manifest as id: of its values, not of the order of its fields', async () => {
    const { manifest } = await ran(BUYS);
    const id = runIdOf(manifest);
    expect(id).toMatch(/^run_[0-9a-f]{32}$/);
    expect(runIdOf(Object.fromEntries(Object.entries(manifest).reverse()) as unknown as RunManifest)).toBe(id);
    expect(runIdOf({ ...manifest, position: manifest.position - 1 })).not.toBe(id);
    expect(runIdOf({ ...manifest, params: { weight: 0.5 } })).not.toBe(id);
    // Another log may have come to the same position.
    expect(runIdOf({ ...manifest, factsHash: '0'.repeat(64) })).not.toBe(id);
  });

  it('are a strategy’s trials, whether or not the whole result was kept', async () => {
    const before = await store.trialsOf('under-test');
    const half = await store.keep({ ...(await ran(BUYS, { weight: 0.5 })), withResult: false });
    const trials = await store.trialsOf('under-test');
    expect(trials.map(({ runId }) => runId)).toEqual([...before.map(({ runId }) => runId), half.runId]);
    expect(half.sharpe).toMatchObject({ periods: expect.any(Number), sharpe: expect.any(Number) });
    expect(await store.document(half.runId)).toBeUndefined();
    const asked = await store.keep(await ran(BUYS, { weight: 0.5 }));
    expect(asked).toEqual(half);
    expect(await store.document(half.runId)).toBeDefined();
    expect((await store.list({ limit: 1 })).map(({ runId }) => runId)).toEqual([half.runId]);
    expect(await store.idsLike(half.runId.slice(0, 12))).toEqual([half.runId]);
  });

  it('are never changed, neither by another result nor by hand', async () => {
    const run = await ran(BUYS);
    const other = { ...run.result, warnings: ['another'] };
    await expect(store.keep({ ...run, result: other })).rejects.toThrow(NotReproducibleError);
    const { pool } = made.database;
    await expect(pool.query(`UPDATE backtests.runs SET metrics = NULL`)).rejects.toThrow(/kept as it ended/);
    await expect(pool.query(`DELETE FROM backtests.results`)).rejects.toThrow(/kept as it ended/);
  });

  it('have no other result beside their figures than the one that these are of', async () => {
    const { manifest, result } = await ran(BUYS, { weight: 0.125 });
    const kept = await store.keep({ manifest, result, withResult: false });
    const other = { ...result, warnings: ['another'] };
    await expect(store.keep({ manifest, result: other })).rejects.toThrow(NotReproducibleError);
    const failure = {
      ...{ code: 'timeLimit', message: '', at: 0, session: null },
      ...{ handler: 'onStart', instrument: null, position: null },
    };
    expect(await store.keep({ manifest, result: { ...result, state: 'failed', failure } })).toEqual(kept);
    expect(await store.document(kept.runId)).toBeUndefined();
    await store.keep({ manifest, result });
    expect((await store.document(kept.runId))?.result).toEqual(result);
  });

  it('that were ended for their time give way to one that was quicker', async () => {
    const { manifest, result } = await ran(BUYS, { weight: 0.25 });
    const failure = {
      code: 'timeLimit',
      message: '',
      at: 0,
      session: null,
      handler: 'onStart',
      instrument: null,
      position: null,
    };
    const ended = await store.keep({ manifest, result: { ...result, state: 'failed', failure } });
    expect(ended.state).toBe('failed');
    const finished = await store.keep({ manifest, result });
    expect(finished).toMatchObject({ runId: ended.runId, state: 'done', failure: null });
    expect((await store.document(ended.runId))?.result.state).toBe('done');
  });
});
