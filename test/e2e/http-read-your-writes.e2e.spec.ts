import { Client } from 'pg';
import { eventually, receiptOf, startHttpApi, type HttpApi, type Json } from './http-api';

const AMZN = '/v1/instruments/XNAS:AMZN';

describe('reading what was just written over HTTP', () => {
  let api: HttpApi;
  let blocker: Client;

  beforeAll(async () => {
    api = await startHttpApi();
    await api.post('/v1/instruments', { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com, Inc.', currency: 'USD' });
    blocker = new Client({ connectionString: api.databaseUrl });
    await blocker.connect();
  });
  afterAll(async () => {
    await blocker.end();
    await api.close();
  });

  const dividend = async (exDate: string): Promise<number> => {
    return receiptOf(await api.post(`${AMZN}/dividends`, { exDate, amount: 1 })).position;
  };
  const projectorCheck = async (): Promise<Json> => {
    const { body } = await api.get('/health/ready');
    return (body['checks'] as Record<string, Json>)['projector'] ?? {};
  };

  it('sees it with minPosition, every time', async () => {
    for (let day = 10; day < 28; day += 1) {
      const position = await announce(api, day);
      const { status, body } = await api.get(`/v1/announcements?from=2025-03-${day}&minPosition=${position}`);
      expect(status).toBe(200);
      expect(body['position']).toBeGreaterThanOrEqual(position);
      expect(body['data']).toHaveLength(1);
    }
  });

  it('answers 503 with the lag when the projector does not get there in time, while writes go on', async () => {
    await blocker.query('BEGIN');
    // The projector can look but not write: it stands still, as if stopped.
    await blocker.query('LOCK TABLE projections.checkpoints IN EXCLUSIVE MODE');
    const position = await dividend('2025-06-20');
    const head = await dividend('2025-06-23');
    const behind = await api.get(`${AMZN}?minPosition=${head}`);
    expect({ status: behind.status, body: behind.body }).toMatchObject({
      status: 503,
      body: { code: 'lagging', head, position: position - 1, lag: 2 },
    });
    expect(behind.headers.get('retry-after')).toBe('1');
    const stale = await api.get(AMZN);
    expect({ status: stale.status, position: stale.body['position'] }).toEqual({ status: 200, position: position - 1 });
    await blocker.query('ROLLBACK');
    expect((await api.get(`${AMZN}?minPosition=${head}`)).status).toBe(200);
  });

  it('a minPosition beyond the newest event is waited for and then refused in the same way', async () => {
    const head = await api.head();
    const { status, body } = await api.get(`${AMZN}?minPosition=${head + 1}`);
    expect({ status, body }).toMatchObject({ status: 503, body: { code: 'lagging', position: head, head } });
  });

  it('a projector that fails does not stop the writes; health says so, and it recovers', async () => {
    await blocker.query('ALTER SCHEMA dossiers_v1 RENAME TO dossiers_away');
    const position = await dividend('2025-09-19');
    await eventually(async () => (await projectorCheck())['ready'] === false || undefined);
    expect((await api.get('/health/ready')).status).toBe(503);
    expect((await api.get('/health/live')).status).toBe(200);
    await dividend('2025-09-22');
    await blocker.query('ALTER SCHEMA dossiers_away RENAME TO dossiers_v1');
    await eventually(async () => ((await api.get('/health/ready')).status === 200 ? true : undefined), 20);
    expect((await api.get(`${AMZN}?minPosition=${position}`)).status).toBe(200);
  });
});

async function announce(api: HttpApi, day: number): Promise<number> {
  const answer = await api.post('/v1/announcements', {
    kind: 'other',
    headline: `On day ${day}`,
    announcedAt: `2025-03-${day}T15:00:00Z`,
    subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
  });
  return receiptOf(answer).position;
}
