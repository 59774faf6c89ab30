import { Client } from 'pg';
import { createTestDatabase } from './test-database';

describe('a test database', () => {
  it('is empty, on PostgreSQL 18, and gone after drop', async () => {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    await client.end();
    expect(rows[0]?.version).toMatch(/^18\./);
    await database.drop();
    await expect(new Client({ connectionString: database.url }).connect()).rejects.toThrow(/does not exist/);
  });
});
