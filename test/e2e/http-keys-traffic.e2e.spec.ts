import { eventually, type Json } from './http-api';
import { bearer, KeyedApi, type MadeKey } from './keyed-api';

const spy = { symbol: 'SPY', mic: 'ARCX', name: 'SPDR S&P 500 ETF Trust', currency: 'USD' };

interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

async function ask(url: string, path: string, init: RequestInit = {}): Promise<Asked> {
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : {}) as Json };
}

const post = (url: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  ask(url, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('a limit on requests', () => {
  let api: KeyedApi;
  let one: MadeKey;
  let other: MadeKey;
  beforeAll(async () => {
    api = await KeyedApi.make();
    one = await api.key(['read']);
    other = await api.key(['read']);
  });
  afterAll(() => api.close());

  const figures = (headers: Headers) => ({
    policy: headers.get('ratelimit-policy'),
    left: /^"default";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1],
    retryAfter: headers.get('retry-after'),
  });

  it('is told with every answer, ends in 429 with the time to wait, and is each key its own', async () => {
    const { url } = await api.start({ rateLimit: 3 });
    const list = (token: string) => ask(url, '/v1/instruments', { headers: bearer(token) });
    const answers = [await list(one.token), await list(one.token), await list(one.token)];
    expect(answers.map(({ status, headers }) => ({ status, ...figures(headers) }))).toEqual(
      ['2', '1', '0'].map((left) => ({ status: 200, policy: '"default";q=3;w=60', left, retryAfter: null })),
    );
    const refused = await list(one.token);
    expect(refused.body).toMatchObject({ status: 429, code: 'rateLimited' });
    expect(figures(refused.headers)).toEqual({
      policy: '"default";q=3;w=60',
      left: '0',
      retryAfter: expect.stringMatching(/^([1-9]|1\d|20)$/) as string,
    });
    expect((await list(other.token)).status).toBe(200);
    // It counts what was let in, whatever became of it.
    const missing = await ask(url, '/v1/instruments/NONE:NONE', { headers: bearer(other.token) });
    expect([missing.status, figures(missing.headers).left]).toEqual([404, '1']);
    const forbidden = await post(url, '/v1/instruments', spy, bearer(other.token));
    expect([forbidden.status, figures(forbidden.headers).left]).toEqual([403, '0']);
  });

  it('counts a live stream as one request, however long it is', async () => {
    const { url } = await api.start({ rateLimit: 3 });
    const stop = new AbortController();
    const stream = await fetch(`${url}/v1/stream?after=now`, { headers: bearer(one.token), signal: stop.signal });
    expect([stream.status, figures(stream.headers).left]).toEqual([200, '2']);
    stop.abort();
    const next = await ask(url, '/v1/instruments', { headers: bearer(one.token) });
    expect(figures(next.headers).left).toBe('1');
  });

  it('does not keep a live stream open to a key that is revoked meanwhile', async () => {
    const spare = await api.key(['read']);
    const { url } = await api.start();
    const open = (token: string) => fetch(`${url}/v1/stream?after=now`, { headers: bearer(token) });
    const [ended, kept] = await Promise.all([open(spare.token), open(one.token)]);
    expect([ended.status, kept.status]).toEqual([200, 200]);
    await api.keys.revoke(spare.key.id);
    await expect(ended.text()).rejects.toThrow();
    expect((await ask(url, '/v1/stream', { headers: bearer(spare.token) })).body).toMatchObject({ code: 'keyRevoked' });
    const untouched = kept.body?.getReader();
    expect((await untouched?.read())?.done).toBe(false);
    await untouched?.cancel();
  });

  it('can be left out, and is not set for this machine while there are no keys', async () => {
    const unlimited = await api.start({ rateLimit: 0 });
    const answer = await ask(unlimited.url, '/v1/instruments', { headers: bearer(one.token) });
    expect([answer.status, answer.headers.get('ratelimit')]).toEqual([200, null]);
    const without = await KeyedApi.make();
    const { url } = await without.start({ rateLimit: 1 });
    const statuses = await Promise.all([1, 2, 3].map(async () => (await ask(url, '/v1/instruments')).status));
    expect(statuses).toEqual([200, 200, 200]);
    await without.close();
  });

  it('ends guessing by its address, and shuts nobody out who has a key, or who has none yet', async () => {
    const { url } = await api.start();
    const guess = () => ask(url, '/v1/instruments', { headers: bearer(`slk_0123456789ab_${'0'.repeat(64)}`) });
    const guesses = await Promise.all(Array.from({ length: 150 }, guess));
    const refused = guesses.filter(({ status }) => status === 429);
    expect(guesses.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(60);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body).toMatchObject({ code: 'rateLimited' });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await ask(url, '/v1/instruments', { headers: bearer(one.token) })).status).toBe(200);
    expect((await ask(url, '/v1/instruments')).body).toMatchObject({ code: 'keyMissing' });
  });
});

describe('a key in a URL', () => {
  let api: KeyedApi;
  let url: string;
  let made: MadeKey;
  beforeAll(async () => {
    api = await KeyedApi.make();
    made = await api.key(['read', 'ingest']);
    ({ url } = await api.start());
  });
  afterAll(() => api.close());

  it.each([
    ['/v1/instruments?key=KEY'],
    ['/v1/instruments?limit=1&token=KEY'],
    ['/v1/instruments?access_token=KEY'],
    ['/v1/instruments?API_KEY=KEY'],
    ['/v1/instruments?api%5Fkey=KEY'],
    ['/v1/instruments?q=KEY'],
    ['/v1/instruments/KEY'],
    ['/v1/instruments?q=ENCODED'],
    ['/?key=KEY'],
  ])('is refused in %s, by telling to revoke it', async (path) => {
    const encoded = [...made.token].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    const answer = await ask(url, path.replace('KEY', made.token).replace('ENCODED', encoded), {
      headers: bearer(made.token),
    });
    expect(answer.body).toMatchObject({ status: 400, code: 'keyInUrl' });
    expect(answer.body['detail']).toMatch(/Revoke that key/);
  });

  it('is refused by its name alone, where it is another API’s', async () => {
    const answer = await ask(url, '/v1/instruments?token=hunter2', { headers: bearer(made.token) });
    expect(answer.body).toMatchObject({ status: 400, code: 'keyInUrl' });
  });

  it('is in no line of the log, and neither is one in a header', async () => {
    for (const path of [
      `/v1/instruments?limit=1&token=${made.token}`,
      `/v1/instruments/${made.token}`,
      '/v1/x?key=hunter2',
    ])
      await ask(url, path, { headers: bearer(made.token) });
    const log = await eventually(async () => {
      const text = api.lines.join('');
      return text.includes('/v1/x?') ? text : undefined;
    });
    expect(log).toContain('/v1/instruments?limit=1&token=[redacted]');
    expect(log).toContain('slk_[redacted]');
    expect(log).not.toContain(made.token);
    expect(log).not.toContain(made.token.split('_')[2]);
    expect(log).not.toContain('hunter2');
    expect(log).not.toMatch(/authorization/i);
  });
});

describe('the log', () => {
  let api: KeyedApi;
  beforeEach(async () => {
    api = await KeyedApi.make();
  });
  afterEach(() => api.close());

  const audited = (count: number) =>
    eventually(async () => (api.audited().length >= count ? api.audited() : undefined));

  it('has a line for each write: who, what, how it ended, and where it stands in the record', async () => {
    const feed = await api.key(['ingest'], { name: 'price feed' });
    const reader = await api.key(['read'], { name: 'reader' });
    const revoked = await api.key(['ingest'], { name: 'old feed' });
    await api.keys.revoke(revoked.key.id);
    const { url } = await api.start({ rateLimit: 2 });
    const asFeed = bearer(feed.token);
    const taken = await post(url, '/v1/instruments', spy, { ...asFeed, 'Idempotency-Key': 'list-spy' });
    const invalid = await post(url, '/v1/instruments/ARCX:SPY/bars', {}, asFeed);
    const limited = await post(url, '/v1/instruments', spy, asFeed);
    const forbidden = await post(url, '/v1/instruments', spy, bearer(reader.token));
    const gone = await post(url, '/v1/instruments', spy, bearer(revoked.token));
    const nobody = await post(url, '/v1/instruments', spy);
    await ask(url, '/v1/event-studies/x', { method: 'DELETE' });
    const lines = await audited(7);

    const named = ({ key }: MadeKey) => ({ id: key.id, name: key.name });
    const of = (answer: Asked) => ({ requestId: answer.headers.get('x-request-id'), status: answer.status });
    const rest = {
      audit: true,
      level: 'info',
      method: 'POST',
      path: '/v1/instruments',
      idempotencyKey: null,
      position: null,
    };
    expect(lines).toMatchObject([
      {
        ...rest,
        ...of(taken),
        key: named(feed),
        route: '/v1/instruments',
        idempotencyKey: 'list-spy',
        position: taken.body['position'],
      },
      {
        ...rest,
        ...of(invalid),
        key: named(feed),
        route: '/v1/instruments/:ref/bars',
        path: '/v1/instruments/ARCX:SPY/bars',
      },
      { ...rest, ...of(limited), key: named(feed), route: null },
      { ...rest, ...of(forbidden), key: named(reader), route: '/v1/instruments' },
      { ...rest, ...of(gone), key: named(revoked), route: null },
      { ...rest, ...of(nobody), key: null, route: null },
      { method: 'DELETE', path: '/v1/event-studies/x', status: 401, key: null },
    ]);
    expect([taken, invalid, limited, forbidden, gone, nobody].map(({ status }) => status)).toEqual([
      201, 422, 429, 403, 401, 401,
    ]);
  });

  it('has such a line where no key is needed, and none for what only asks', async () => {
    const { url } = await api.start();
    await ask(url, '/v1/instruments');
    await post(url, '/v1/event-studies', { selection: {}, windows: [] });
    await post(url, '/v1/Backtests/', {});
    const { position } = (await post(url, '/v1/instruments', spy)).body;
    await post(url, '/v1/instruments', spy);
    const lines = await audited(2);
    expect(lines).toMatchObject([
      { key: null, path: '/v1/instruments', status: 201, position },
      { key: null, path: '/v1/instruments', status: 200, position },
    ]);
    expect(lines).toHaveLength(2);
  });
});
