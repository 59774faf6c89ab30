import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { startStandalone, type Standalone } from '../../apps/standalone/src/start-standalone';
import { builtDashboard } from './dashboard-build';
import { endProcesses, failedStart, startProcess } from './processes';

/** What a browser says of itself with a page, as far as it decides anything. */
const BROWSER = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
};

const POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()') as unknown,
};

interface Got {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Asks with these headers and no others, for exactly this path, and takes the body as it came. */
async function ask(url: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { hostname, port } = new URL(url);
  const sent = httpRequest({ hostname, port, path, headers, method }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

describe('the dashboard over HTTP', () => {
  let database: TestDatabase;
  let folder: string;
  let server: Standalone;
  let script: string;

  beforeAll(async () => {
    [database, folder] = await Promise.all([createTestDatabase(), builtDashboard()]);
    server = await startStandalone({
      databaseUrl: database.url,
      port: 0,
      logLevel: 'silent',
      dashboardFolder: folder,
    });
    script = `/assets/${readdirSync(join(folder, 'assets')).find((name) => /^index-.*\.js$/.test(name)) ?? ''}`;
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  it.each([
    '/',
    '/?asOf=2026-02-10',
    '/instruments/XNAS:AMZN',
    '/instruments/XNAS%3AAMZN?span=1y',
    '/announcements/ann_b6ac672977cf5903ace8f311190e5d52',
    '/studies',
    '/studies/stu_1',
    '/backtests/compare?a=1&b=2',
    '/articles/',
    '/operations',
  ])('answers a browser at %s with its document, which may be kept but not unasked', async (path) => {
    const { status, headers, body } = await ask(server.url, path, BROWSER);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      ...POLICY,
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'no-cache',
      'content-length': String(body.length),
    });
    expect(headers.vary).toMatch(/Accept-Encoding/);
    expect(brotliDecompressSync(body).toString()).toBe(readFileSync(join(folder, 'index.html'), 'utf8'));
  });

  it('holds nothing inline that its own policy forbids', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    const links = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !/^\/(?!\/)/.test(link))).toEqual([]);
  });

  it('answers for a year with what is named by its contents, in the form that is asked for', async () => {
    const plain = readFileSync(join(folder, script));
    const forms = [
      [{}, undefined, (body: Buffer) => body],
      [{ 'Accept-Encoding': 'gzip' }, 'gzip', gunzipSync],
      [{ 'Accept-Encoding': 'gzip, br' }, 'br', brotliDecompressSync],
      [{ 'Accept-Encoding': 'br;q=0, gzip' }, 'gzip', gunzipSync],
    ] as const;
    const tags = new Set<string | undefined>();
    for (const [headers, encoding, open] of forms) {
      const answer = await ask(server.url, script, headers);
      expect(answer.headers).toMatchObject({
        ...POLICY,
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(open(answer.body).equals(plain)).toBe(true);
      tags.add(answer.headers.etag);
    }
    // A tag is of one form of the content.
    expect(tags.size).toBe(3);
  });

  it('says that nothing has changed since it was asked last', async () => {
    for (const path of ['/', script]) {
      const { headers } = await ask(server.url, path, BROWSER);
      const again = await ask(server.url, path, { ...BROWSER, 'If-None-Match': String(headers.etag) });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    }
  });

  it('answers HEAD as GET, without the body', async () => {
    for (const path of ['/', '/operations', script]) {
      const [get, head] = [await ask(server.url, path, BROWSER), await ask(server.url, path, BROWSER, 'HEAD')];
      expect([head.status, head.body.length]).toEqual([200, 0]);
      for (const name of ['content-length', 'content-type', 'content-encoding', 'etag', 'cache-control'])
        expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
    }
  });

  it.each([
    '/assets/index-00000000.js',
    '/assets/',
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/../../../../etc/passwd',
    '//etc/passwd',
    '/index.html/..',
    '/.env',
    '/index.html.br',
    '/instrumentsandmore',
    '/unheard-of',
  ])('has nothing at %s, and says so as the API does', async (path) => {
    const { status, headers, body } = await ask(server.url, path, BROWSER);
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body.toString())).toMatchObject({ code: 'unknownRoute' });
  });

  it('leaves the API and its documentation as they are', async () => {
    const list = await ask(server.url, '/v1/instruments', BROWSER);
    expect([list.status, list.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect((await ask(server.url, '/docs', BROWSER)).body.toString()).toContain('Streakline API');
    const missing = await ask(server.url, '/v1/nothing', BROWSER);
    expect([missing.status, JSON.parse(missing.body.toString())]).toMatchObject([404, { code: 'unknownRoute' }]);
    expect((await ask(server.url, '/', BROWSER, 'POST')).status).toBe(404);
  });

  it('tells a program that forgot /v1 so, and shows its front page to whoever takes anything', async () => {
    const forgot = await ask(server.url, '/instruments/XNAS:AMZN/bars', { Accept: '*/*' });
    expect([forgot.status, JSON.parse(forgot.body.toString())]).toMatchObject([404, { code: 'unknownRoute' }]);
    expect((await ask(server.url, '/', { Accept: '*/*' })).headers['content-type']).toMatch(/^text\/html/);
    expect((await ask(server.url, '/', { Accept: 'application/json' })).status).toBe(404);
  });

  it('is shown to this machine alone, as the API is', async () => {
    expect((await ask(server.url, '/', { ...BROWSER, Host: 'evil.example' })).status).toBe(403);
  });
});

describe('the processes and the dashboard', () => {
  afterAll(endProcesses);
  const nowhere = { STREAKLINE_DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' };

  it('query answers with it before its database is there; intake has none', async () => {
    const folder = await builtDashboard();
    const query = await startProcess('query', { ...nowhere, STREAKLINE_DASHBOARD: folder });
    expect((await ask(query.url, '/', BROWSER)).headers['content-type']).toMatch(/^text\/html/);
    expect((await ask(query.url, '/v1/instruments', BROWSER)).status).toBe(503);
    const intake = await startProcess('intake', {
      ...{ ...nowhere, KAFKA_BROKERS: '127.0.0.1:1', STREAKLINE_DASHBOARD: folder },
    });
    expect((await ask(intake.url, '/', BROWSER)).status).toBe(404);
  });

  it('query serves the API alone where it is told so, and names a folder that holds no dashboard', async () => {
    const query = await startProcess('query', { ...nowhere, STREAKLINE_DASHBOARD: 'off' });
    expect((await ask(query.url, '/', BROWSER)).status).toBe(404);
    expect(await failedStart('query', { ...nowhere, STREAKLINE_DASHBOARD: __dirname })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^query: STREAKLINE_DASHBOARD: there is no built dashboard in .*"off"\.\n$/,
      ) as unknown,
    });
  });
});
