import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { startStandalone } from '../../apps/standalone/src/start-standalone';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { eventually, type Json } from './http-api';

jest.setTimeout(120_000);

const BUY = `import { defineStrategy } from '@streakline/backtest';
export default defineStrategy({
  name: 'buy-on-deals',
  description: 'Buys what announced a deal, at the next open.',
  params: { weight: 1 },
  onAnnouncement({ order, params }, { instrument, act }) {
    if (act.kind === 'deal') order(instrument, { toWeight: params.weight });
  },
});
`;
const ENDLESS = `import { defineStrategy } from '@streakline/backtest';
export default defineStrategy({ name: 'endless', onSession() { for (;;); } });
`;
const SETTINGS = { from: '2026-02-02', to: '2026-03-03', universe: ['XNAS:AMZN'] };

describe('backtests over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-installed-'));
  let database: TestDatabase;
  let server: Awaited<ReturnType<typeof startStandalone>>;
  beforeAll(async () => {
    writeFileSync(join(folder, 'buy.ts'), BUY);
    writeFileSync(join(folder, 'endless.ts'), ENDLESS);
    writeFileSync(join(folder, 'broken.ts'), 'export default {');
    database = await createTestDatabase();
    server = await startStandalone({
      databaseUrl: database.url,
      port: 0,
      logLevel: 'silent',
      strategiesFolder: folder,
    });
    for (const { path, body } of requestsOf(loadAmazonExample())) await post(path, body);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.url}${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  };
  const get = async (path: string) => JSON.parse((await ask(path)).text) as Json;
  const post = async (path: string, body: unknown, headers = {}) => {
    const sent = { 'Content-Type': 'application/json', ...headers };
    const { text, ...answer } = await ask(path, { method: 'POST', body: JSON.stringify(body), headers: sent });
    return { ...answer, body: JSON.parse(text) as Json };
  };
  const as = (path: string, type: string) => ask(path, { headers: { accept: type } });
  const finished = (path: string) =>
    eventually(async () => {
      const body = await get(path);
      return ['done', 'failed', 'cancelled'].includes(String(body['state'])) ? body : undefined;
    }, 60);

  it('tell which strategies are installed, and why one cannot be loaded', async () => {
    const { data } = (await get('/v1/strategies')) as { data: readonly Json[] };
    expect(data).toMatchObject([
      { file: 'broken.ts', name: null, problem: expect.stringContaining('broken.ts') },
      { file: 'buy.ts', name: 'buy-on-deals', params: { weight: 1 }, problem: null },
      { file: 'endless.ts', name: 'endless', params: {}, problem: null },
    ]);
  });

  it('are asked for, run, and told in every form; the same question is the same backtest', async () => {
    const body = { strategy: 'buy-on-deals', params: { weight: 0.5 }, settings: SETTINGS };
    const asked = await post('/v1/backtests', body);
    expect(asked).toMatchObject({ status: 202, body: { id: expect.stringMatching(/^bt_[0-9a-f]{32}$/) } });
    const path = asked.headers.get('location') ?? '';
    const done = await finished(path);
    expect(done).toMatchObject({
      state: 'done',
      result: {
        runId: expect.stringMatching(/^run_/),
        manifest: { strategy: 'buy-on-deals', params: { weight: 0.5 } },
        backtest: { state: 'done', universe: { tradingAtEnd: 1 } },
      },
    });
    // Known as before the open of Feb 27 and no more: too late for that auction, so bought at the next, of Mar 2.
    const [header, trade] = (await as(path, 'text/csv')).text.split('\r\n');
    expect(header).toMatch(/^ref,instrumentId,side,entrySession/);
    expect(trade).toMatch(/^XNAS:AMZN,ins_[^,]+,long,2026-03-02,/);
    expect(JSON.parse((await as(path, 'application/x-ndjson')).text.split('\n')[0] ?? '')).toMatchObject({
      entrySession: '2026-03-02',
      side: 'long',
    });
    const page = await as(path, 'text/html');
    expect(page.text).toMatch(/^<!doctype html>/i);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await post('/v1/backtests', body)).status).toBe(200);
    const { data } = (await get('/v1/backtests')) as { data: readonly Json[] };
    expect(data.map(({ id }) => id)).toContain(asked.body['id']);
  });

  it('are cancelled while they run, also where the strategy does not come back', async () => {
    const asked = await post('/v1/backtests', { strategy: 'endless', settings: SETTINGS });
    const path = asked.headers.get('location') ?? '';
    await eventually(async () => ((await get(path))['state'] === 'running' ? true : undefined));
    expect((await ask(path, { method: 'DELETE' })).status).toBe(200);
    expect((await get(path))['state']).toBe('cancelled');
    expect((await as(path, 'text/html')).status).toBe(409);
  });

  it.each([
    ['a strategy that is not installed', { strategy: 'none' }, 404, 'unknownStrategy', '/strategy'],
    ['a parameter that it has not', { params: { wight: 1 } }, 422, 'badParams', '/params'],
    [
      'an instrument that is none',
      { settings: { ...SETTINGS, universe: ['XNAS:NONE'] } },
      422,
      'unknownInstrument',
      '/settings/universe/0',
    ],
    ['a date that is none', { settings: { ...SETTINGS, from: 'soon' } }, 422, 'invalidBody', '/settings/from'],
    ['code', { code: 'export default {}' }, 422, 'invalidBody', '/code'],
  ])('refuse %s', async (_, change, status, code, pointer) => {
    const answer = await post('/v1/backtests', { strategy: 'buy-on-deals', settings: SETTINGS, ...change });
    expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
    expect(answer.body['errors']).toMatchObject([{ pointer }]);
  });

  it('fail with the reason where the settings cannot be, and say that there is no such backtest', async () => {
    const body = { strategy: 'buy-on-deals', settings: { from: '2026-03-01', to: '2026-02-01' } };
    const asked = await post('/v1/backtests', body);
    const failed = await finished(asked.headers.get('location') ?? '');
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'badSettings' } });
    expect(JSON.parse((await ask(`/v1/backtests/bt_${'0'.repeat(32)}`)).text)).toMatchObject({
      code: 'unknownBacktest',
    });
  });
});
