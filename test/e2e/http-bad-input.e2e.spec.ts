import { receiptOf, startHttpApi, type HttpApi } from './http-api';

const bar = { session: '2026-02-05', open: 10, high: 12, low: 9, close: 11, volume: 100 };
const delivery = (...bars: object[]) => ({ source: 'test', basis: 'raw', bars });
const announcement = {
  kind: 'deal',
  headline: 'A deal',
  announcedOn: '2026-02-05',
  timing: 'afterClose',
  subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
};
const BARS = '/v1/instruments/XNAS:AMZN/bars';

describe('bad input over HTTP', () => {
  let api: HttpApi;

  beforeAll(async () => {
    api = await startHttpApi();
    const listed = await api.post('/v1/instruments', {
      symbol: 'AMZN',
      mic: 'XNAS',
      name: 'Amazon.com, Inc.',
      currency: 'USD',
    });
    expect(listed.status).toBe(201);
    expect((await api.post(BARS, delivery({ ...bar, session: '2026-02-04' }))).status).toBe(201);
    expect((await api.post('/v1/instruments/XNAS:AMZN/splits', { exDate: '2026-02-09', from: 1, to: 20 })).status).toBe(
      201,
    );
  });
  afterAll(() => api.close());

  const cases: readonly (readonly [
    what: string,
    path: string,
    body: unknown,
    status: number,
    pointers: readonly string[],
  ])[] = [
    ['a body for an unknown instrument', '/v1/instruments/XNAS:NONE/bars', delivery(bar), 404, ['/ref']],
    [
      'an unknown subject',
      '/v1/announcements',
      { ...announcement, subjects: [{ instrument: 'XNAS:NONE', role: 'issuer' }] },
      422,
      ['/subjects/0/instrument'],
    ],
    ['a session on a Saturday', BARS, delivery({ ...bar, session: '2026-02-07' }), 422, ['/bars/0/session']],
    ['a session on a holiday', BARS, delivery(bar, { ...bar, session: '2026-02-16' }), 422, ['/bars/1/session']],
    ['a session that is no date', BARS, delivery({ ...bar, session: '2026-02-30' }), 422, ['/bars/0/session']],
    ['a bar before the calendar begins', BARS, delivery({ ...bar, session: '1850-01-02' }), 422, ['/bars/0/session']],
    [
      'a bar of a session that has not closed',
      BARS,
      delivery({ ...bar, session: '2028-12-29' }),
      422,
      ['/bars/0/session'],
    ],
    ['a negative price', BARS, delivery({ ...bar, close: -1 }), 422, ['/bars/0/close']],
    ['a price of zero', BARS, delivery({ ...bar, low: 0 }), 422, ['/bars/0/low']],
    ['a high below the low', BARS, delivery({ ...bar, high: 8 }), 422, ['/bars/0/high']],
    ['a price that is no number', BARS, delivery({ ...bar, close: '11' }), 422, ['/bars/0/close']],
    ['a missing close', BARS, delivery({ session: '2026-02-05' }), 422, ['/bars/0/close']],
    ['a negative volume', BARS, delivery({ ...bar, volume: -1 }), 422, ['/bars/0/volume']],
    ['a delivery without bars', BARS, delivery(), 422, ['/bars']],
    ['an unknown field', BARS, { ...delivery(bar), note: 'x' }, 422, ['/note']],
    ['an unknown field deep inside', BARS, delivery({ ...bar, vwap: 10 }), 422, ['/bars/0/vwap']],
    ['an unknown exchange', '/v1/instruments', { symbol: 'X', mic: 'XXXX', name: 'X', currency: 'USD' }, 422, ['/mic']],
    [
      'a bar that contradicts the one on record',
      BARS,
      delivery({ ...bar, session: '2026-02-04', close: 11.5 }),
      409,
      ['/bars/0/close'],
    ],
    [
      'a split that contradicts the one on record',
      '/v1/instruments/XNAS:AMZN/splits',
      { exDate: '2026-02-09', from: 1, to: 10 },
      409,
      ['/to'],
    ],
    ['an announcement of an unknown kind', '/v1/announcements', { ...announcement, kind: 'rumour' }, 422, ['/kind']],
    [
      'an announcement without a moment',
      '/v1/announcements',
      { ...announcement, announcedOn: undefined, timing: undefined },
      422,
      ['/announcedAt'],
    ],
    [
      'an instant that is no RFC 3339',
      '/v1/announcements',
      { ...announcement, announcedOn: undefined, timing: undefined, announcedAt: '2026-02-05 16:00' },
      422,
      ['/announcedAt'],
    ],
    [
      'a correction of an unknown announcement',
      `/v1/announcements/ann_${'0'.repeat(32)}/corrections`,
      { reason: 'x', headline: 'y' },
      404,
      ['/id'],
    ],
    ['a retraction without its reason', `/v1/announcements/ann_${'0'.repeat(32)}/retraction`, {}, 422, ['/reason']],
  ];

  it.each(cases)('%s is refused, and nothing is stored', async (_what, path, body, status, pointers) => {
    const before = await api.head();
    const answer = await api.post(path, body);
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status,
      body: { status, requestId: answer.headers.get('x-request-id') },
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect((answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([...pointers]),
    );
    expect(answer.body['detail']).toEqual(expect.stringMatching(/^[A-Z\d].{10,}\.$/s));
    expect(await api.head()).toBe(before);
  });

  it.each([
    [
      'NaN as a price',
      `{"source":"test","basis":"raw","bars":[{"session":"2026-02-05","close":NaN}]}`,
      400,
      'malformedJson',
      '/bars/0/close',
    ],
    [
      'a number too large for a float64',
      `{"source":"test","basis":"raw","bars":[{"session":"2026-02-05","close":1e999}]}`,
      422,
      'invalidBody',
      '/bars/0/close',
    ],
    ['a body that ends early', `{"source":"test","basis":`, 400, 'malformedJson', '/basis'],
    ['a body of more than 10 MB', `{"source":"${'x'.repeat(10 * 1024 * 1024)}"}`, 413, 'bodyTooLarge', ''],
  ])('%s is refused by its place, and nothing is stored', async (_what, text, status, code, pointer) => {
    const before = await api.head();
    const answer = await api.postText(BARS, text);
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status,
      body: { code, errors: [{ pointer }] },
    });
    expect(await api.head()).toBe(before);
  });

  it('a date without a time of day is no error: it is kept as such, and day 0 is marked assumed', async () => {
    const { timing: _, ...dated } = announcement;
    const posted = await api.post('/v1/announcements', dated);
    const { id, position } = receiptOf(posted);
    const { body } = await api.get(`/v1/announcements/${id}/reactions?minPosition=${position}`);
    expect(body).toMatchObject({ data: [{ timing: 'unknown', day0: '2026-02-05' }] });
    expect(JSON.stringify(body)).toContain('assumed');
  });

  it('what does not exist is not found, and a query that is not understood is refused', async () => {
    const none = `ann_${'0'.repeat(32)}`;
    for (const path of [
      '/v1/instruments/XNAS:NONE',
      '/v1/instruments/XNAS:NONE/bars',
      '/v1/instruments/XNAS:NONE/timeline',
      `/v1/announcements/${none}`,
      `/v1/announcements/${none}/reactions`,
      `/v1/announcements/${none}/events`,
    ]) {
      expect({ path, status: (await api.get(path)).status }).toEqual({ path, status: 404 });
    }
    const lists = [
      '/v1/instruments',
      '/v1/announcements',
      ...['bars', 'streaks', 'market-caps', 'timeline'].map((noun) => `/v1/instruments/XNAS:AMZN/${noun}`),
    ];
    for (const path of lists) {
      for (const query of ['colour=red', 'limit=0', 'limit=1001', 'cursor=!', 'minPosition=x', 'limit=1&limit=2']) {
        expect({ path, query, status: (await api.get(`${path}?${query}`)).status }).toEqual({
          path,
          query,
          status: 400,
        });
      }
    }
  });
});
