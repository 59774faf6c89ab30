import { createLog } from '@streakline/observability';
import { Teardown } from '@streakline/service';
import { createTestDatabase } from '@streakline/testing';
import { openStorage } from './storage';

describe('the storage of the standalone application', () => {
  it('takes no more connections than it is told to', async () => {
    const made = await createTestDatabase();
    const teardown = new Teardown(() => undefined);
    const options = { databaseUrl: made.url, databaseConnections: 3 };
    const { pool } = await openStorage(options, createLog('silent'), teardown);
    const held = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
    const fourth = pool.query('SELECT 1');
    expect([pool.totalCount, pool.waitingCount]).toEqual([3, 1]);
    for (const client of held) client.release();
    await fourth;
    await teardown.run();
    await made.drop();
  });
});
