import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startHttpApi, type HttpApi } from './http-api';

const ROOT = join(__dirname, '..', '..');
const GOLDEN = join(ROOT, 'docs', 'contracts', 'openapi.json');
const CLIENT_TYPES = join(ROOT, 'libs', 'client', 'src', 'api-schema.ts');
const NEVER_A_ROUTE = new Set(['/docs', '/openapi.json']);

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: unknown }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

/*
 * Whoever programs against this API does so by this document. `npm run contracts:update` renews the file; the change
 * belongs in the changelog.
 */
describe('the OpenAPI document', () => {
  let api: HttpApi;
  let document: OpenApi;
  let operations: readonly (readonly [name: string, operation: Operation])[];

  beforeAll(async () => {
    api = await startHttpApi();
    document = (await api.get('/openapi.json')).body as unknown as OpenApi;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    );
  });
  afterAll(() => api.close());

  it('is the one that is published', () => {
    if (process.env['UPDATE_CONTRACTS'] === '1') writeFileSync(GOLDEN, `${JSON.stringify(document, null, 2)}\n`);
    expect(document).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });

  it('is what the types of the client are made from', async () => {
    // An ES module: a process of its own, as below.
    const cli = join(ROOT, 'node_modules/openapi-typescript/bin/cli.js');
    const { stdout } = await promisify(execFile)(process.execPath, [cli, GOLDEN, '--immutable'], {
      cwd: ROOT,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (process.env['UPDATE_CONTRACTS'] === '1') writeFileSync(CLIENT_TYPES, stdout);
    expect(stdout).toBe(readFileSync(CLIENT_TYPES, 'utf8'));
  });

  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    // The parser is an ES module, which Jest cannot load on Node 20: a process of its own can.
    const script = `import parser from '@apidevtools/swagger-parser'; await parser.validate(process.argv[1])`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, GOLDEN], { cwd: ROOT });
  });

  it('has every route of the issue', () => {
    expect(operations.map(([name]) => name).sort()).toEqual([...ROUTES].sort());
  });

  it('says for each route what it does, takes, gives and refuses', () => {
    for (const [name, { summary, tags, requestBody, responses }] of operations) {
      const answers = Object.entries(responses);
      const typed = answers.map(([status, { content }]) => [
        status,
        Object.keys(content ?? {})[0],
        Object.values(content ?? {})[0]?.schema !== undefined,
      ]);
      expect({ name, summary: typeof summary, tags: tags?.length }).toEqual({ name, summary: 'string', tags: 1 });
      for (const [status, type, hasSchema] of typed) {
        const success = name === 'GET /v1/stream' ? 'text/event-stream' : 'application/json';
        const expected = Number(status) < 400 ? success : 'application/problem+json';
        expect({ name, status, type, hasSchema }).toEqual({ name, status, type: expected, hasSchema: true });
      }
      if (name.startsWith('POST'))
        expect({ name, body: requestBody?.content['application/json']?.schema }).toEqual({
          name,
          body: expect.any(Object),
        });
      if (name.startsWith('GET /v1'))
        expect({ name, statuses: answers.map(([status]) => status) }).toEqual({
          name,
          statuses: expect.arrayContaining(['200', '400', '503']),
        });
    }
  });

  it('is shown by a page that loads nothing from elsewhere', async () => {
    const page = await fetch(`${api.url}/docs`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => String(match[1]));
    expect(loaded.length).toBeGreaterThan(2);
    for (const reference of loaded) {
      expect(reference).not.toMatch(/^(https?:)?\/\//);
      expect((await fetch(new URL(reference, `${api.url}/docs`))).status).toBe(200);
    }
    expect([...NEVER_A_ROUTE].filter((path) => path in document.paths)).toEqual([]);
  });
});

const ROUTES = [
  'POST /v1/instruments',
  'POST /v1/instruments/{ref}/bars',
  'POST /v1/instruments/{ref}/share-counts',
  'POST /v1/instruments/{ref}/splits',
  'POST /v1/instruments/{ref}/dividends',
  'POST /v1/instruments/{ref}/renames',
  'POST /v1/instruments/{ref}/benchmarks',
  'POST /v1/instruments/{ref}/sectors',
  'POST /v1/instruments/{ref}/share-classes',
  'POST /v1/instruments/{ref}/units',
  'POST /v1/announcements',
  'POST /v1/announcements/{id}/amendments',
  'POST /v1/announcements/{id}/corrections',
  'POST /v1/announcements/{id}/retraction',
  'POST /v1/articles',
  'POST /v1/articles/{id}/claims',
  'POST /v1/articles/{id}/claims/{claimId}',
  'POST /v1/articles/{id}/claims/{claimId}/withdrawal',
  'POST /v1/articles/{id}/proposals/{proposalId}/acceptance',
  'POST /v1/articles/{id}/proposals/{proposalId}/dismissal',
  'POST /v1/announcements/{id}/measures',
  'GET /v1/announcements',
  'GET /v1/announcements/{id}',
  'GET /v1/announcements/{id}/reactions',
  'GET /v1/articles',
  'GET /v1/articles/{id}',
  'GET /v1/claims',
  'GET /v1/announcements/{id}/reactions/{instrument}/days',
  'GET /v1/streaks',
  'GET /v1/reactions',
  'GET /v1/announcements/{id}/events',
  'POST /v1/event-studies',
  'GET /v1/event-studies',
  'GET /v1/event-studies/{studyId}',
  'GET /v1/event-studies/{studyId}/events',
  'DELETE /v1/event-studies/{studyId}',
  'POST /v1/streak-studies',
  'GET /v1/streak-studies',
  'GET /v1/streak-studies/{studyId}',
  'GET /v1/streak-studies/{studyId}/events',
  'DELETE /v1/streak-studies/{studyId}',
  'GET /v1/strategies',
  'POST /v1/backtests',
  'GET /v1/backtests',
  'GET /v1/backtests/{backtestId}',
  'DELETE /v1/backtests/{backtestId}',
  'GET /v1/insights',
  'GET /v1/instruments',
  'GET /v1/instruments/{ref}',
  'GET /v1/instruments/{ref}/bars',
  'GET /v1/instruments/{ref}/streaks',
  'GET /v1/instruments/{ref}/streak-statistics',
  'GET /v1/instruments/{ref}/market-caps',
  'GET /v1/instruments/{ref}/timeline',
  'GET /v1/projections',
  'GET /v1/dead-letters',
  'GET /v1/dead-letters/{id}',
  'POST /v1/dead-letters/{id}/retry',
  'POST /v1/dead-letters/{id}/close',
  'GET /health/live',
  'GET /health/ready',
  'POST /v1/instruments/{ref}/halts',
  'POST /v1/instruments/{ref}/delistings',
  'POST /v1/instruments/{ref}/distributions',
  'POST /v1/instruments/{ref}/scheduled-announcements',
  'POST /v1/instruments/{ref}/observations',
  'GET /v1/instruments/{ref}/observations',
  'GET /v1/events',
  'GET /v1/stream',
];
