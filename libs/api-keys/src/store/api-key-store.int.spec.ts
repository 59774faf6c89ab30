import { type Database, openDatabase } from '@streakline/database';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { hashOf, readToken } from '../token/token';
import { ApiKeyStore, KeyNameInUse } from './api-key-store';
import { apiKeysMigrations } from './api-keys-table';

describe('the store of API keys', () => {
  let made: TestDatabase;
  let database: Database;
  let keys: ApiKeyStore;
  beforeAll(async () => {
    made = await createTestDatabase();
    database = await openDatabase({ url: made.url, migrations: apiKeysMigrations });
    await database.migrate();
    keys = new ApiKeyStore(database.pool);
  });
  afterAll(async () => {
    await database.close();
    await made.drop();
  });
  beforeEach(() => database.pool.query('DELETE FROM access.api_keys'));

  const create = (name: string, expiresAt: Date | null = null) => keys.create({ name, scopes: ['read'], expiresAt });

  it('keeps what a key may do, and of its secret a hash alone', async () => {
    const expiresAt = new Date('2099-01-01T00:00:00Z');
    const { key, token } = await keys.create({ name: 'feed', scopes: ['read', 'ingest'], expiresAt });
    const { id, secret } = readToken(token) ?? { id: '', secret: '' };
    expect(key).toEqual({
      ...{ id, name: 'feed', scopes: ['read', 'ingest'], expiresAt, lastUsedAt: null, revokedAt: null },
      createdAt: expect.any(Date) as Date,
    });
    expect(await keys.list()).toEqual([key]);
    expect(await keys.checked()).toMatchObject([{ id, hash: hashOf(secret) }]);
    const { rows } = await database.pool.query<{ row: string }>('SELECT k::text AS row FROM access.api_keys k');
    expect(rows[0]?.row).not.toContain(secret);
    const { rows: found } = await database.pool.query('SELECT FROM access.api_keys WHERE secret_hash = $1', [
      Buffer.from(secret),
    ]);
    expect(found).toEqual([]);
  });

  it('gives a name to one key that is not revoked, however many are made at once', async () => {
    const racers = await Promise.allSettled(Array.from({ length: 8 }, () => create('feed')));
    const lost = racers.filter((racer) => racer.status === 'rejected');
    expect(lost).toHaveLength(7);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(KeyNameInUse);
    const [first] = await keys.list();
    await keys.revoke(first?.id ?? '');
    const { key } = await create('feed');
    expect((await keys.list()).map(({ id, revokedAt }) => [id, revokedAt !== null])).toEqual([
      [first?.id, true],
      [key.id, false],
    ]);
  });

  it('revokes for good: the first time stands', async () => {
    const { key } = await create('feed');
    const first = await keys.revoke(key.id);
    const second = await keys.revoke(key.id);
    expect([first?.again, second?.again]).toEqual([false, true]);
    expect(first?.key.revokedAt).toEqual(expect.any(Date));
    expect(second?.key).toEqual(first?.key);
    expect(await keys.revoke('0123456789ab')).toBeUndefined();
  });

  it('notes a use once a minute', async () => {
    const { key } = await create('feed');
    const noted = async () => {
      await keys.noteUse(key.id);
      return (await keys.list())[0]?.lastUsedAt;
    };
    const first = await noted();
    expect(first).toEqual(expect.any(Date));
    expect(await noted()).toEqual(first);
    await database.pool.query(`UPDATE access.api_keys SET last_used_at = last_used_at - interval '61 seconds'`);
    expect((await noted())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? Infinity);
  });

  it('takes no key without scopes', async () => {
    await expect(keys.create({ name: 'idle', scopes: [], expiresAt: null })).rejects.toThrow('api_keys_scopes_check');
  });
});
