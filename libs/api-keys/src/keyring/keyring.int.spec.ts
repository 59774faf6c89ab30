import { type Database, openDatabase } from '@streakline/database';
import { createTestDatabase, type TestDatabase, until } from '@streakline/testing';
import { ApiKeyStore } from '../store/api-key-store';
import { apiKeysMigrations } from '../store/api-keys-table';
import { drawOwnKey } from '../token/own-key';
import { drawToken, writeToken } from '../token/token';
import { Keyring } from './keyring';

/** The store, and how often it was read. */
class CountedStore extends ApiKeyStore {
  reads = 0;

  override checked(): ReturnType<ApiKeyStore['checked']> {
    this.reads += 1;
    return super.checked();
  }
}

describe('the keys of a process', () => {
  let made: TestDatabase;
  let database: Database;
  let keys: CountedStore;
  beforeEach(async () => {
    made = await createTestDatabase();
    database = await openDatabase({ url: made.url, migrations: apiKeysMigrations, poolSize: 3 });
    await database.migrate();
    keys = new CountedStore(database.pool);
  });
  afterEach(async () => {
    await database.close();
    await made.drop();
  });

  const create = (name: string, expiresAt: Date | null = null) => keys.create({ name, scopes: ['read'], expiresAt });

  it('are known without asking the database, and unknown ones too', async () => {
    const { key, token } = await create('feed');
    const ring = new Keyring(keys);
    await ring.refresh();
    const reads = keys.reads;
    expect(ring.check(token)).toMatchObject({ is: 'valid', key: { id: key.id, name: 'feed', scopes: ['read'] } });
    for (let tried = 0; tried < 1_000; tried += 1)
      expect(ring.check(writeToken(drawToken()))).toEqual({ is: 'unknown' });
    expect(keys.reads).toBe(reads);
  });

  it('are read once by all who find them old together', async () => {
    const ring = new Keyring(keys);
    await Promise.all(Array.from({ length: 100 }, async () => ring.refresh()));
    expect(keys.reads).toBe(1);
    await until('they are old', async () => {
      await ring.refresh();
      return keys.reads === 2;
    });
  });

  it('are revoked within about a second, and told so to whoever has the secret', async () => {
    const { key, token } = await create('feed');
    const ring = new Keyring(keys);
    await ring.refresh();
    await keys.revoke(key.id);
    await until('it is revoked', async () => {
      await ring.refresh();
      return ring.check(token).is === 'revoked';
    });
    expect(ring.check(writeToken({ id: key.id, secret: '0'.repeat(64) }))).toEqual({ is: 'unknown' });
  });

  it('expire by the clock, whatever was read', async () => {
    const { token } = await create('guest', new Date(Date.now() + 3_000));
    const ring = new Keyring(keys);
    await ring.refresh();
    await until('it expires', () => Promise.resolve(ring.check(token).is === 'expired'));
  });

  it('are in force from the first on, and stay so when the last is revoked', async () => {
    const ring = new Keyring(keys);
    await ring.refresh();
    expect(ring.inForce).toBe(false);
    const { key } = await create('feed');
    await until('it is seen', async () => {
      await ring.refresh();
      return ring.inForce;
    });
    await keys.revoke(key.id);
    await until('it is revoked', async () => {
      await ring.refresh();
      return (await keys.list())[0]?.revokedAt !== null;
    });
    expect(ring.inForce).toBe(true);
    const later = new Keyring(keys);
    await later.refresh();
    expect(later.inForce).toBe(false);
  });

  it('let in nobody once the database is away, and are read again when it is back', async () => {
    const ring = new Keyring(keys);
    await ring.refresh();
    await database.pool.query('ALTER TABLE access.api_keys RENAME TO away');
    await until('they are old', async () => {
      try {
        await ring.refresh();
        return false;
      } catch {
        return true;
      }
    });
    await expect(ring.refresh()).rejects.toThrow('access.api_keys');
    await database.pool.query('ALTER TABLE access.away RENAME TO api_keys');
    await expect(ring.refresh()).resolves.toBeUndefined();
  });

  it('hold keys of the process alone beside those on record, which put none in force', async () => {
    const { key, token } = drawOwnKey();
    const ring = new Keyring(keys, [key]);
    await ring.refresh();
    expect(ring.check(token)).toMatchObject({ is: 'valid', key: { scopes: ['read', 'ingest', 'operate'] } });
    expect(ring.inForce).toBe(false);
    const other = new Keyring(keys);
    await other.refresh();
    expect(other.check(token)).toEqual({ is: 'unknown' });
  });
});
