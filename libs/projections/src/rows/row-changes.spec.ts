import fc from 'fast-check';
import type { Row, Table } from '../contract/table';
import { changesBetween, joined } from './row-changes';

const table: Table = { name: 'numbers', columns: { key: 'text', value: 'json' }, primaryKey: ['key'] };
const rowsFrom = (values: Readonly<Record<string, unknown>>): Row[] =>
  Object.entries(values).map(([key, value]) => ({ key, value }));

/** What the database does with the changes. */
function applied(before: readonly Row[], after: readonly Row[]): Map<string, string | null> {
  const { changes } = changesBetween([table], { numbers: before }, { numbers: after });
  const rows = new Map<string, string | null>(before.map(({ key, value }) => [String(key), JSON.stringify(value)]));
  const { upserts = [], deletes = [] } = changes.get('numbers') ?? {};
  for (const key of deletes) rows.delete(key);
  for (const [key, value] of upserts) rows.set(key ?? '', value ?? null);
  return rows;
}

describe('the changes between two lists of rows', () => {
  const value = fc.oneof(
    fc.integer(),
    fc.record({ a: fc.integer({ max: 2, min: 0 }), b: fc.array(fc.boolean(), { maxLength: 2 }) }),
  );
  const rows = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value), {
    selector: ([key]) => key,
  });

  it('turn the one into the other, whatever they are', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const [from, to] = [before, after].map((list) => list.map(([key, of]) => ({ key, value: of })));
        const expected = new Map((to ?? []).map(({ key, value: of }) => [key, JSON.stringify(of)]));
        expect(new Map([...applied(from ?? [], to ?? [])].sort())).toEqual(new Map([...expected].sort()));
      }),
    );
  });

  it('leave all rows in memory as they now are: what is missing there would never be deleted', () => {
    // Few keys and values, so that rows often stay as they are while others come and go.
    const few = fc
      .shuffledSubarray(['a', 'b', 'c'])
      .chain((keys) => fc.tuple(...keys.map((key) => fc.record({ key: fc.constant(key), value: fc.nat(1) }))));
    fc.assert(
      fc.property(few, few, (before, after) => {
        expect(changesBetween([table], { numbers: before }, { numbers: after }).rows).toEqual({ numbers: after });
      }),
      { numRuns: 500 },
    );
  });

  it('are only those rows that differ', () => {
    const before = rowsFrom({ a: 1, b: { x: [1, 2] }, c: 3, d: Number.NaN });
    const after = rowsFrom({ a: 1, b: { x: [1, 3] }, d: Number.NaN, e: 5 });
    const { changes, rows: kept } = changesBetween([table], { numbers: before }, { numbers: after });
    expect(changes.get('numbers')).toMatchObject({
      upserts: [
        ['b', '{"x":[1,3]}'],
        ['e', '5'],
      ],
      deletes: ['c'],
    });
    expect(kept).toEqual({ numbers: after });
  });

  it('see fields in another order, for they are written in another order', () => {
    const { changes } = changesBetween(
      [table],
      { numbers: rowsFrom({ a: { x: 1, y: 2 } }) },
      { numbers: rowsFrom({ a: { y: 2, x: 1 } }) },
    );
    expect(changes.get('numbers')?.upserts).toEqual([['a', '{"y":2,"x":1}']]);
  });

  it('refuse two rows of one primary key, and rows of no table', () => {
    const twice = [...rowsFrom({ a: 1 }), ...rowsFrom({ a: 2 })];
    expect(() => changesBetween([table], {}, { numbers: twice })).toThrow('same primary key');
    expect(() => changesBetween([table], {}, { letters: [] })).toThrow('"letters"');
  });

  it('of several keys are joined', () => {
    const one = changesBetween([table], {}, { numbers: rowsFrom({ a: 1 }) }).changes;
    const other = changesBetween([table], { numbers: rowsFrom({ b: 1 }) }, {}).changes;
    expect(joined([one, other])).toEqual(new Map([['numbers', { upserts: [['a', '1']], deletes: ['b'] }]]));
  });
});
