import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { serve, streakline, temporaryFolder } from './cli-process';
import { eventually, type Json } from './http-api';
import { askAs, bearer } from './keyed-api';

jest.setTimeout(240_000);

const folder = temporaryFolder();
const KEY = /^slk_[0-9a-f]{12}_[0-9a-f]{64}\n$/;

type Run = (...args: readonly string[]) => ReturnType<typeof streakline>;

/** The commands on some data. */
const keysOn = (...where: readonly string[]) => {
  const keys: Run = (...args) => streakline(['keys', ...args, ...where]);
  const create = (name: string, scopes = 'read', ...more: readonly string[]) =>
    keys('create', '--name', name, '--scopes', scopes, ...more);
  const list = async () => (JSON.parse((await keys('list', '--json')).stdout) as { data: readonly Json[] }).data;
  return { keys, create, list };
};

describe('streakline keys', () => {
  let database: TestDatabase;
  let keys: Run;
  let create: ReturnType<typeof keysOn>['create'];
  let list: ReturnType<typeof keysOn>['list'];
  beforeAll(async () => {
    database = await createTestDatabase();
    ({ keys, create, list } = keysOn('--database-url', database.url));
  });
  afterAll(() => database.drop());

  it('creates a key, which alone is on standard output', async () => {
    const made = await create('price feed', 'ingest,read');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(KEY) as string });
    const [, id, secret = ''] = made.stdout.trim().split('_');
    expect(made.stderr).toBe(
      `streakline: key ${id}, "price feed", may read, ingest. It is shown this once: keep it as a secret.\n`,
    );
    const listed = await keys('list');
    expect(listed.stdout).toMatch(new RegExp(`^${id}\tprice feed\tread,ingest\tactive\t\\S+Z\t-\t-\t-\n$`));
    expect(listed.stdout).not.toContain(secret);
  });

  it('tells a key as JSON, with its secret that once', async () => {
    const { stdout } = await create('analysts', 'read', '--expires', '2099-12-31', '--json');
    const { key, ...told } = JSON.parse(stdout) as { key: string };
    expect(`${key}\n`).toMatch(KEY);
    expect(told).toMatchObject({
      ...{ name: 'analysts', scopes: ['read'], state: 'active', expiresAt: '2100-01-01T00:00:00.000Z' },
      ...{ lastUsedAt: null, revokedAt: null },
    });
    expect(await list()).toContainEqual(told);
  });

  it.each([
    ['a name that is in use', ['--name', 'analysts', '--scopes', 'read'], /"analysts" exists.*revoke/],
    ['a name that no list could show', ['--name', 'a\nb', '--scopes', 'read'], /--name/],
    ['a scope that there is not', ['--name', 'x', '--scopes', 'read,write'], /no scope "write".*read, ingest, operate/],
    ['no scope', ['--name', 'x', '--scopes', ''], /no scope ""/],
    ['nothing of scopes', ['--name', 'x'], /--scopes/],
    ['an expiry that is past', ['--name', 'x', '--scopes', 'read', '--expires', '2020-01-01'], /is past/],
    ['a day that there is not', ['--name', 'x', '--scopes', 'read', '--expires', '2099-02-30'], /write a date/],
  ])('refuses %s in one line, with exit code 2', async (_what, args, said) => {
    const { code, stdout, stderr } = await keys('create', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^streakline: [^\n]+\n$/);
    expect(stderr).toMatch(said);
  });

  it('made nothing of what was refused', async () => {
    expect((await list()).map(({ name }) => name)).toEqual(['price feed', 'analysts']);
  });

  it('revokes a key for good, by its id or by all of it, and frees its name', async () => {
    const { stdout: token } = await create('guest');
    const id = token.split('_')[1] ?? '';
    const first = await keys('revoke', token.trim());
    expect(first).toEqual({ code: 0, stdout: '', stderr: `streakline: key ${id}, "guest", is revoked\n` });
    const again = await keys('revoke', id, '--json');
    expect(again.stderr).toContain('was revoked before');
    expect(JSON.parse(again.stdout)).toMatchObject({ id, state: 'revoked' });
    expect((await create('guest')).code).toBe(0);
    expect(await keys('revoke', '0123456789ab')).toMatchObject({ code: 1, stdout: '' });
    const garbled = await keys('revoke', `slk_${'f'.repeat(64)}`);
    expect(garbled).toMatchObject({ code: 2, stdout: '' });
    expect(garbled.stderr).not.toContain('ffff');
  });

  it('makes no folder to look into, and none to start a server in that nobody guards', async () => {
    const nowhere = join(folder, 'nowhere');
    expect((await keysOn('--data-dir', nowhere).keys('list')).code).toBe(2);
    const refused = await streakline(['serve', '--host', '0.0.0.0', '--port', '0', '--data-dir', nowhere]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/streakline keys create/);
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('streakline keys on a data folder', () => {
  const dataDir = join(folder, 'served');
  const { keys, create, list } = keysOn('--data-dir', dataDir);

  it('makes the folder for the first one, with which a server may be asked from elsewhere', async () => {
    const made = await create('elsewhere', 'read');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(KEY) as string });
    expect(made.stderr).toContain(`streakline: made the data folder ${dataDir}\n`);
    const server = await serve(dataDir, ['--host', '0.0.0.0']);
    const ask = (headers = {}) => askAs('streakline.example.com', server.url, '/v1/projections', headers);
    expect((await ask()).body).toMatchObject({ status: 401, code: 'keyMissing' });
    expect((await ask(bearer(made.stdout.trim()))).status).toBe(200);
    // A study that is run here asks a server of its own, with a key of its own.
    const wanted = ['--instruments', 'XNAS:NONE', '--kinds', 'earnings', '--data-dir', dataDir];
    const study = await streakline(['study', 'run', ...wanted]);
    expect(study).toMatchObject({ code: 2, stdout: '' });
    expect(study.stderr).toContain('XNAS:NONE');
    await keys('revoke', made.stdout.trim());
    expect(await server.kill('process', 'SIGTERM')).toBe(0);
  });

  it('works beside a server that runs on it, which follows within about a second', async () => {
    const server = await serve(dataDir);
    const ask = (headers = {}) => askAs('127.0.0.1', server.url, '/v1/projections', headers);
    expect((await ask()).status).toBe(200);

    const racers = await Promise.all([create('one'), create('one')]);
    expect(racers.map(({ code }) => code).sort()).toEqual([0, 2]);
    const token = racers.find(({ code }) => code === 0)?.stdout.trim() ?? '';
    await eventually(async () => ((await ask()).status === 401 ? true : undefined));
    expect((await ask(bearer(token))).status).toBe(200);

    const status = (key: string) =>
      streakline(['projections', 'status', '--url', server.url, '--json'], '', { STREAKLINE_API_KEY: key });
    expect(await status('')).toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: expect.stringContaining('keyMissing') as string,
    });
    expect(await status(token)).toMatchObject({ code: 0, stderr: '' });
    expect((await list()).find(({ name }) => name === 'one')?.['lastUsedAt']).toEqual(expect.any(String));

    const revoked = await keys('revoke', token);
    expect(revoked.stderr).toContain('no key is left');
    await eventually(async () => ((await ask(bearer(token))).body['code'] === 'keyRevoked' ? true : undefined));
    expect((await ask()).body).toMatchObject({ status: 401, code: 'keyMissing' });
    expect(await server.kill('process', 'SIGTERM')).toBe(0);
  });
});
