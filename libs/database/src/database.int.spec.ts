import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isConnectionLoss } from './connection-loss';
import { openDatabase } from './database';

class CreateNotes1760000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table notes (id int primary key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notes');
  }
}

describe('a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const open = () => openDatabase({ url: database.url, migrations: [CreateNotes1760000000000], poolSize: 3 });

  it('is migrated once, also when several processes start at the same time', async () => {
    const opened = await Promise.all([open(), open(), open()]);
    await Promise.all(opened.map((each) => each.migrate()));
    const { rows } = await opened[0].pool.query<{ name: string }>('select name from streakline_migrations');
    expect(rows).toEqual([{ name: 'CreateNotes1760000000000' }]);
    await Promise.all(opened.map((each) => each.close()));
  });

  it('survives the loss of idle connections and of connections in use, and says that they were lost', async () => {
    const { pool, close } = await open();
    const inUse = await pool.connect();
    const sleeping = inUse.query('select pg_sleep(60)').catch((error: unknown) => error);
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const error = await sleeping;
    inUse.release(true);
    expect(isConnectionLoss(error)).toBe(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await close();
  });

  it('tells a bad statement from a lost connection', async () => {
    const { pool, close } = await open();
    const error = await pool.query('select nothing').catch((thrown: unknown) => thrown);
    expect(isConnectionLoss(error)).toBe(false);
    await close();
  });

  it('says that a server which is not there cannot be reached', async () => {
    const error = await openDatabase({ url: 'postgres://nobody:x@127.0.0.1:1/none', migrations: [] }).catch(
      (thrown: unknown) => thrown,
    );
    expect(isConnectionLoss(error)).toBe(true);
  });
});
