import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import fc from 'fast-check';
import { Pool } from 'pg';
import type { Table } from '../contract/table';
import { CopyWriter } from './copy-writer';
import { UnfitValueError } from './encode-cell';
import { encodeRow } from './encode-rows';
import { LineEncoder } from './line-encoder';
import { changesBetween } from './row-changes';
import { writeChanges } from './write-changes';

const table: Table = {
  name: 'everything',
  columns: {
    id: 'integer',
    words: 'text',
    big: 'bigint',
    float: 'double precision',
    yes: 'boolean',
    day: 'date',
    at: 'timestamptz',
    nested: 'json',
    bytes: 'bytea',
    list: 'text[]',
  },
  primaryKey: ['id'],
};
const words = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
const values = {
  words: fc.option(words),
  big: fc.maxSafeInteger(),
  float: fc.double(),
  yes: fc.boolean(),
  day: fc.constantFrom('2026-02-06', '1990-01-02', null),
  at: fc.integer({ min: 0, max: 4e12 }),
  nested: fc.oneof(fc.record({ a: words, b: fc.double({ noNaN: true, noDefaultInfinity: true }) }), fc.constant(null)),
  bytes: fc.uint8Array(),
  list: fc.array(words),
};

describe('a row on its way into PostgreSQL', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new Pool({ connectionString: database.url });
    const columns = Object.entries(table.columns).map(([name, type]) => `${name} ${type}`);
    for (const schema of ['live', 'rebuilt']) {
      await pool.query(
        `CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.everything (${columns.join(', ')}, PRIMARY KEY (id))`,
      );
    }
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('is the same, and means the same, whether it is upserted or copied', async () => {
    const client = await pool.connect();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record(values), { minLength: 1, maxLength: 20 }), async (some) => {
        await client.query('TRUNCATE live.everything, rebuilt.everything');
        const rows = some.map((row, id) => ({ id, ...row }));
        await writeChanges(client, 'live', [table], changesBetween([table], {}, { everything: rows }).changes);
        const copy = new CopyWriter(client, 'rebuilt', [table]);
        copy.add('everything', new LineEncoder(table).lines(rows));
        await copy.finish();
        const texts = await Promise.all(
          ['live', 'rebuilt'].map((schema) => pool.query(`SELECT e::text FROM ${schema}.everything e ORDER BY id`)),
        );
        expect(texts[0]?.rows).toEqual(texts[1]?.rows);
        const { rows: read } = await pool.query(
          'SELECT words, big::float8 AS big, float, nested, bytes, list FROM live.everything ORDER BY id',
        );
        const expected = some.map(({ words: text, big, float, nested, bytes, list }) => ({
          ...{ words: text, big, list, nested: JSON.parse(JSON.stringify(nested)) as unknown },
          float: float + 0,
          bytes: Buffer.from(bytes),
        }));
        expect(read).toEqual(expected);
      }),
      { numRuns: 40 },
    );
    client.release();
  });

  it.each([
    ['words', 'a\0b'],
    ['big', 1.5],
    ['float', '1'],
    ['day', '2026-2-6'],
    ['at', Number.NaN],
    ['bytes', 'abc'],
    ['list', [1]],
  ])('is refused where column %s cannot hold %p', (column, value) => {
    expect(() => encodeRow(table, { id: 1, [column]: value })).toThrow(UnfitValueError);
  });
});
