import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { jsonArray, plainArray, textArray } from './array-parameters';

describe('arrays as parameters', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const echo = async (type: string, parameter: string | Buffer) =>
    (await client.query<{ echo: unknown }>(`select $1::${type}[] as echo`, [parameter])).rows[0]?.echo;

  it('arrive as they were sent: texts', async () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\u0000'));
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (values) => expect(await echo('text', textArray(values))).toEqual(values)),
    );
  });

  it('arrive as they were sent: JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), async (values) => {
        const written = values.map((value) => JSON.stringify(value));
        expect(await echo('json', jsonArray(written))).toEqual(written.map((json) => JSON.parse(json)));
      }),
    );
  });

  it('arrive as they were sent: numbers, UUIDs, nulls, and none at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.integer())), async (values) =>
        expect(await echo('int', plainArray(values))).toEqual(values),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.maxSafeInteger())), async (values) =>
        expect(await echo('bigint', plainArray(values))).toEqual(values.map((value) => value?.toString() ?? null)),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.uuid())), async (values) =>
        expect(await echo('uuid', plainArray(values))).toEqual(values),
      ),
    );
  });
});
