import { randomUUID } from 'node:crypto';
import { startHttpApi, type Answer, type HttpApi } from './http-api';

const AMZN = '/v1/instruments/XNAS:AMZN';
const announcement = {
  kind: 'deal',
  headline: 'A deal',
  announcedAt: '2026-02-05T21:01:00Z',
  subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
};

describe('saying the same thing twice over HTTP', () => {
  let api: HttpApi;

  beforeAll(async () => {
    api = await startHttpApi();
    await api.post('/v1/instruments', { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com, Inc.', currency: 'USD' });
  });
  afterAll(() => api.close());

  /** Says it twice: new at first; then the first answer, and nothing stored. */
  const twice = async (path: string, first: object, second: object = first): Promise<void> => {
    const said = await api.post(path, first);
    expect({ status: said.status, body: said.body }).toMatchObject({
      status: 201,
      body: { position: await api.head() },
    });
    const again = await api.post(path, second);
    expect({ status: again.status, body: again.body }).toEqual({ status: 200, body: said.body });
    expect(await api.head()).toBe(said.body['position']);
  };

  it.each([
    ['a listing', '/v1/instruments', { symbol: 'SPY', mic: 'ARCX', name: 'SPDR S&P 500 ETF Trust', currency: 'USD' }],
    ['a share count', `${AMZN}/share-counts`, { countedOn: '2025-10-22', shares: 10690216011, filedOn: '2025-10-31' }],
    ['a split', `${AMZN}/splits`, { exDate: '2022-06-06', from: 1, to: 20 }],
    ['a dividend', `${AMZN}/dividends`, { exDate: '2025-03-21', amount: 0.5 }],
    ['a sector', `${AMZN}/sectors`, { scheme: 'GICS', code: '25503030', name: 'Broadline Retail', from: '2023-03-20' }],
    ['a halt', `${AMZN}/halts`, { from: '2025-02-27T15:04:10Z', to: '2025-02-27T15:34:10Z', reason: 'T1' }],
    ['a distribution', `${AMZN}/distributions`, { exDate: '2025-04-02', kind: 'spinOff', value: 34.8 }],
    [
      'a scheduled announcement',
      `${AMZN}/scheduled-announcements`,
      { kind: 'earnings', period: '2025-Q4', scheduledOn: '2026-02-05', knownAt: '2026-01-20T21:00:00Z' },
    ],
    [
      'an observation',
      `${AMZN}/observations`,
      {
        observations: [
          { kind: 'impliedMove', at: '2025-02-05T20:55:00Z', value: 0.07, unit: 'fraction', source: 'desk' },
        ],
      },
    ],
    ['a delisting', `${AMZN}/delistings`, { lastSession: '2026-03-06', reason: 'voluntary', cashPerShare: 1 }],
    [
      'a delivery of bars',
      `${AMZN}/bars`,
      {
        source: 'a',
        basis: 'raw',
        bars: [
          { session: '2025-03-20', close: 10, volume: 5 },
          { session: '2025-03-21', close: 11 },
        ],
      },
    ],
    ['an announcement, word for word', '/v1/announcements', announcement],
  ])('%s is known by its natural key', (_what, path, body) => twice(path, body));

  it('an announcement is known by source and externalId, and absent optional fields never contradict', () =>
    twice(
      '/v1/announcements',
      { ...announcement, source: 'wire', externalId: '1', sources: [{ url: 'https://example.com/1' }] },
      { ...announcement, source: 'wire', externalId: '1' },
    ));

  it('the same externalId with another headline is refused', async () => {
    const answer = await api.post('/v1/announcements', {
      ...announcement,
      headline: 'Another deal',
      source: 'wire',
      externalId: '1',
    });
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/headline' }] },
    });
  });

  it('an Idempotency-Key answers the same request with the first answer', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const body = { ...announcement, headline: 'By key' };
    const first = await api.post('/v1/announcements', body, headers);
    const head = await api.head();
    const again = await api.post('/v1/announcements', body, headers);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(await api.head()).toBe(head);
  });

  it('an Idempotency-Key with another body, or on another route, is refused', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    await api.post('/v1/announcements', { ...announcement, headline: 'First' }, headers);
    const head = await api.head();
    for (const [path, body] of [
      ['/v1/announcements', { ...announcement, headline: 'Second' }],
      [`${AMZN}/dividends`, { exDate: '2025-06-20', amount: 1 }],
    ] as const) {
      const other = await api.post(path, body, headers);
      expect({ status: other.status, body: other.body }).toMatchObject({
        status: 409,
        body: { code: 'idempotencyKeyReused' },
      });
    }
    expect(await api.head()).toBe(head);
  });

  it('a refused request does not use up its Idempotency-Key', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const bars = (close: number) => ({ source: 'a', basis: 'raw', bars: [{ session: '2025-03-24', close }] });
    expect((await api.post(`${AMZN}/bars`, bars(-1), headers)).status).toBe(422);
    expect((await api.post(`${AMZN}/bars`, bars(12), headers)).status).toBe(201);
  });

  it('of many at once, with or without a key, one stores it and the others get its answer', async () => {
    const keys: Record<string, string>[] = [{}, { 'Idempotency-Key': randomUUID() }];
    for (const headers of keys) {
      const body = { ...announcement, headline: `At once ${randomUUID()}` };
      const answers = await Promise.all(Array.from({ length: 16 }, () => api.post('/v1/announcements', body, headers)));
      expect(statuses(answers)).toEqual([...Array.from({ length: 15 }, () => 200), 201]);
      expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    }
  });

  it('of many who contradict each other at once, one is stored and the others are told', async () => {
    const bars = (close: number) => ({ source: 'a', basis: 'raw', bars: [{ session: '2025-03-25', close }] });
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => api.post(`${AMZN}/bars`, bars(10 + index))),
    );
    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 15 }, () => 409)]);
  });

  it('of many with one Idempotency-Key and different bodies at once, one is stored and the others are told', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        api.post('/v1/announcements', { ...announcement, headline: `Which ${index}` }, headers),
      ),
    );
    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  });
});

function statuses(answers: readonly Answer[]): readonly number[] {
  return answers.map(({ status }) => status).sort();
}
