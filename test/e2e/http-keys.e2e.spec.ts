import { createLog } from '@streakline/observability';
import { startQuery } from '../../apps/query/src/start-query';
import { type Answer, eventually, type Json } from './http-api';
import { askAs, bearer, KeyedApi, type MadeKey } from './keyed-api';

const spy = { symbol: 'SPY', mic: 'ARCX', name: 'SPDR S&P 500 ETF Trust', currency: 'USD' };

/** Asks on the loopback address, whatever the server listens on. */
async function ask(url: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${new URL(url).port}${path}`, init);
  const text = response.headers.get('content-type')?.includes('event-stream') ? '' : await response.text();
  if (text === '') await response.body?.cancel();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : {}) as Json };
}

const list = (url: string, headers: Readonly<Record<string, string>> = {}) => ask(url, '/v1/instruments', { headers });
const post = (url: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  ask(url, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
/** Waits until an answer has this code. */
const untilCode = <Told extends Pick<Answer, 'body'>>(code: string, look: () => Promise<Told>) =>
  eventually(async () => {
    const answer = await look();
    return answer.body['code'] === code ? answer : undefined;
  });

describe('a server and the first API key', () => {
  let api: KeyedApi;
  beforeEach(async () => {
    api = await KeyedApi.make();
  });
  afterEach(() => api.close());

  it('asks for none until there is one, then for one from everybody, and never again for none while it runs', async () => {
    const { url } = await api.start();
    expect((await list(url)).status).toBe(200);
    expect((await list(url, bearer('slk_nonsense'))).status).toBe(200);

    const { key, token } = await api.key(['read']);
    const refused = await untilCode('keyMissing', () => list(url));
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="streakline"');
    expect((await list(url, bearer(token))).status).toBe(200);

    await api.keys.revoke(key.id);
    const revoked = await untilCode('keyRevoked', () => list(url, bearer(token)));
    expect(revoked.status).toBe(401);
    expect(revoked.headers.get('www-authenticate')).toBe('Bearer realm="streakline", error="invalid_token"');
    expect((await list(url)).body).toMatchObject({ status: 401, code: 'keyMissing' });
  });

  it('asks for one on a trusted network too, and takes other names for its own then', async () => {
    const behindProxy = await api.start();
    const named = (path: string, headers = {}) => askAs('streakline.example.com', behindProxy.url, path, headers);
    expect((await named('/v1/instruments')).body).toMatchObject({ status: 403, code: 'hostNotAllowed' });
    const { token } = await api.key(['read']);
    const { url } = await api.start({ host: '0.0.0.0', trustNetwork: true });
    expect((await list(url)).body).toMatchObject({ status: 401, code: 'keyMissing' });
    expect((await list(url, bearer(token))).status).toBe(200);
    await untilCode('keyMissing', () => named('/v1/instruments'));
    expect((await named('/v1/instruments', bearer(token))).status).toBe(200);
    expect((await named('/health/live')).status).toBe(200);
  });

  it('does not start on other addresses without one, says both ways out, and starts with one', async () => {
    await expect(api.start({ host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'hostNotLoopback',
      message: expect.stringMatching(/streakline keys create.*STREAKLINE_TRUST_NETWORK=true/) as string,
    });
    const { key, token } = await api.key(['read']);
    const { url } = await api.start({ host: '0.0.0.0' });
    const named = (headers = {}) => askAs('streakline.example.com:8080', url, '/v1/instruments', headers);
    expect((await named(bearer(token))).status).toBe(200);
    expect((await named()).body).toMatchObject({ status: 401, code: 'keyMissing' });
    await api.keys.revoke(key.id);
    await untilCode('keyRevoked', () => list(url, bearer(token)));
    expect((await list(url)).body).toMatchObject({ status: 401, code: 'keyMissing' });
  });

  it('is believed by every process: one that is revoked ends in all of them', async () => {
    const { key, token } = await api.key(['read', 'ingest']);
    const standalone = await api.start();
    const query = api.alsoClose(await startQuery({ databaseUrl: api.databaseUrl, port: 0, log: createLog('silent') }));
    await query.opened;
    for (const { url } of [standalone, query]) expect((await list(url, bearer(token))).status).toBe(200);
    await api.keys.revoke(key.id);
    for (const { url } of [standalone, query]) await untilCode('keyRevoked', () => list(url, bearer(token)));
  });

  it('may expire, which opens nothing', async () => {
    const { url } = await api.start();
    const { token } = await api.key(['read'], { expiresAt: new Date(Date.now() + 1_500) });
    const expired = await untilCode('keyExpired', () => list(url, bearer(token)));
    expect(expired.body['detail']).toContain('expired at');
    expect((await list(url)).body).toMatchObject({ status: 401, code: 'keyMissing' });
    const later = await api.start();
    expect((await list(later.url)).body).toMatchObject({ status: 401, code: 'keyMissing' });
  });

  it('has its last use noted, within a minute', async () => {
    const { url } = await api.start();
    const { key, token } = await api.key(['read']);
    await untilCode('keyMissing', () => list(url));
    await list(url, bearer(token));
    const used = await eventually(async () => {
      const [now] = await api.keys.list();
      return now?.lastUsedAt === null ? undefined : now;
    });
    expect(used.id).toBe(key.id);
    expect(used.lastUsedAt?.getTime()).toBeGreaterThanOrEqual(key.createdAt.getTime());
  });
});

describe('API keys', () => {
  let api: KeyedApi;
  let url: string;
  let all: MadeKey;
  let reader: MadeKey;
  beforeAll(async () => {
    api = await KeyedApi.make();
    all = await api.key(['read', 'ingest', 'operate'], { name: 'all' });
    reader = await api.key(['read'], { name: 'reader' });
    ({ url } = await api.start());
  });
  afterAll(() => api.close());

  it.each([
    ['no header', {}, 'keyMissing'],
    ['an empty one', { Authorization: '' }, 'keyMissing'],
    ['another scheme', { Authorization: 'Basic dXNlcjpwYXNzd29yZA==' }, 'keyMissing'],
    ['a scheme alone', { Authorization: 'Bearer' }, 'keyMissing'],
    ['a scheme and spaces', { Authorization: 'Bearer   ' }, 'keyMissing'],
    ['another kind of token', { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x' }, 'keyUnknown'],
    ['a key that was never made', bearer(`slk_0123456789ab_${'0'.repeat(64)}`), 'keyUnknown'],
    ['10 kB', bearer('s'.repeat(10_000)), 'keyUnknown'],
    ['10 kB that begin as a key', bearer(`slk_0123456789ab_${'0'.repeat(10_000)}`), 'keyUnknown'],
    ['bytes that are no text', { Authorization: 'Bearer slk_\u00e9\u00ff' }, 'keyUnknown'],
  ])('that are %s are refused with 401, and what to do', async (_what, headers, code) => {
    const answer = await list(url, headers);
    expect(answer.body).toMatchObject({ status: 401, code, requestId: answer.headers.get('x-request-id') });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="streakline"/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('are told nothing of to whoever has a wrong secret', async () => {
    const revoked = await api.key(['read']);
    await api.keys.revoke(revoked.key.id);
    await untilCode('keyRevoked', () => list(url, bearer(revoked.token)));
    const wrong = `slk_${revoked.key.id}_${'f'.repeat(64)}`;
    expect((await list(url, bearer(wrong))).body).toMatchObject({ status: 401, code: 'keyUnknown' });
    const pieces = [all.token.slice(0, -1), `${all.token}0`, all.token.toUpperCase(), all.token.replace('slk', 'slq')];
    for (const piece of pieces) expect((await list(url, bearer(piece))).body['code']).toBe('keyUnknown');
  });

  it('are taken whatever the case of the scheme, which is what RFC 9110 asks for', async () => {
    expect((await list(url, { Authorization: `bearer  ${reader.token}` })).status).toBe(200);
  });

  it('leave health, the documentation and its page to everybody, and no other way in', async () => {
    for (const path of ['/health/live', '/health/ready', '/openapi.json', '/docs'])
      expect([path, (await ask(url, path)).status]).toEqual([path, 200]);
    for (const path of [
      '/V1/instruments',
      '/v1/Instruments/',
      '/v1/instruments/',
      '/v1',
      '/v1/nothing',
      '/metrics',
      '/Metrics/',
    ])
      expect([path, (await ask(url, path)).status]).toEqual([path, 401]);
    for (const path of ['//v1/instruments', '/%761/instruments', '/x/../v1//instruments', '/v1%2Finstruments'])
      expect([path, [401, 404].includes((await ask(url, path)).status)]).toEqual([path, true]);
    // As a proxy is asked (RFC 9112, 3.2.2).
    expect((await askAs('x', url, 'http://127.0.0.1/v1/instruments')).status).toBe(401);
    for (const method of ['OPTIONS', 'PATCH', 'PUT', 'DELETE'])
      expect([method, (await ask(url, '/v1/instruments', { method })).status]).toEqual([method, 401]);
  });

  it('are asked for before a body is read', async () => {
    const answer = await post(url, '/v1/instruments', { symbol: 'x'.repeat(11 * 1024 * 1024) }).catch(() => undefined);
    // The server may have hung up on what it does not want, before all of it was sent.
    expect([401, undefined]).toContain(answer?.status);
    expect((await ask(url, '/v1/instruments', { method: 'POST', body: '{', headers: bearer(all.token) })).status).toBe(
      415,
    );
  });

  it('open metrics to those who may read or operate', async () => {
    const operator = await api.key(['operate']);
    const feed = await api.key(['ingest']);
    await eventually(async () =>
      (await ask(url, '/v1/claims', { headers: bearer(feed.token) })).status === 403 ? true : undefined,
    );
    for (const { token } of [operator, reader])
      expect((await ask(url, '/metrics', { headers: bearer(token) })).status).toBe(200);
    const refused = await ask(url, '/metrics', { headers: bearer(feed.token) });
    expect(refused.body).toMatchObject({ status: 403, code: 'scopeMissing', needed: ['read', 'operate'] });
  });

  it('say which scope is missing, and what the key has', async () => {
    const refused = await post(url, '/v1/instruments', spy, bearer(reader.token));
    expect(refused.body).toMatchObject({
      status: 403,
      code: 'scopeMissing',
      detail: 'This takes an API key with the scope ingest; the one sent has read.',
      needed: ['ingest'],
      has: ['read'],
    });
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer realm="streakline", error="insufficient_scope", scope="ingest"',
    );
    expect((await list(url, bearer(reader.token))).body['data']).toEqual([]);
  });

  it('may ask for studies and take the question back, with the scope read', async () => {
    const body = { selection: { instruments: ['XNAS:AMZN'] }, windows: [{ from: 0, to: 0 }] };
    const answer = await post(url, '/v1/event-studies', body, bearer(reader.token));
    expect([401, 403]).not.toContain(answer.status);
  });
});

describe('scopes of routes', () => {
  let api: KeyedApi;
  let url: string;
  let operations: readonly (readonly [method: string, path: string, security: unknown])[];
  const keys = new Map<string, { readonly with: string; readonly without: string }>();
  beforeAll(async () => {
    api = await KeyedApi.make();
    const scopes = ['read', 'ingest', 'operate'] as const;
    for (const scope of scopes) {
      const having = await api.key([scope]);
      const lacking = await api.key(scopes.filter((other) => other !== scope));
      keys.set(scope, { with: having.token, without: lacking.token });
    }
    ({ url } = await api.start());
    const document = (await ask(url, '/openapi.json')).body as {
      paths: Record<string, Record<string, { security?: unknown }>>;
    };
    operations = Object.entries(document.paths)
      .filter(([path]) => path.startsWith('/v1'))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { security }]) => [method.toUpperCase(), path, security] as const),
      );
  });
  afterAll(() => api.close());

  const request = (method: string, path: string, token?: string) => {
    const isPost = method === 'POST';
    return ask(url, path.replaceAll(/\{\w+\}/g, 'x'), {
      method,
      headers: { ...(token !== undefined && bearer(token)), ...(isPost && { 'Content-Type': 'application/json' }) },
      ...(isPost && { body: '{}' }),
    });
  };

  it('are declared for every operation: it is refused without a key, and without the scope, and not with it', async () => {
    expect(operations.length).toBeGreaterThan(50);
    for (const [method, path, security] of operations) {
      const name = `${method} ${path}`;
      const [[scope] = []] = (security as { apiKey: string[] }[]).map(({ apiKey }) => apiKey);
      const { with: having = '', without: lacking = '' } = keys.get(scope ?? '') ?? {};
      expect([name, scope]).toEqual([name, expect.stringMatching(/^(read|ingest|operate)$/)]);
      expect([name, (await request(method, path)).body['code']]).toEqual([name, 'keyMissing']);
      expect([name, (await request(method, path, lacking)).body]).toMatchObject([
        name,
        { code: 'scopeMissing', needed: [scope] },
      ]);
      const { status } = await request(method, path, having);
      expect([name, [401, 403, 429].includes(status)]).toEqual([name, false]);
    }
  });

  it('let no key that may only read change what is on record', () => {
    const questions = /^\/v1\/(backtests|event-studies|streak-studies)(\/|$)/;
    const wrong = operations.filter(
      ([method, path, security]) =>
        method !== 'GET' && !questions.test(path) && JSON.stringify(security).includes('read'),
    );
    expect(wrong).toEqual([]);
  });
});
