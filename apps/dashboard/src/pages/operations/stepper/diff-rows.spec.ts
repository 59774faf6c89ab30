import { diffRows, fieldsOf, type Row } from './diff-rows';

const keyOf = (row: Row) => String(row['start']);
const run = (start: string, length: number, more: Row = {}): Row => ({ start, length, ...more });

describe('two states of a read model', () => {
  it('differ by the rows that were added, removed and changed; the others are counted', () => {
    const before = [run('02-03', 3), run('02-11', 1), run('02-17', 2)];
    const after = [run('02-03', 4), run('02-17', 2), run('02-20', 1)];
    const { changes, counts } = diffRows(before, after, keyOf);
    expect(changes.map(({ key, fate }) => `${fate} ${key}`)).toEqual(['changed 02-03', 'added 02-20', 'removed 02-11']);
    expect(counts).toEqual({ added: 1, removed: 1, changed: 1, same: 1 });
  });

  it('are all additions at first, and all removals where nothing is left', () => {
    expect(diffRows([], [run('a', 1)], keyOf).counts).toEqual({ added: 1, removed: 0, changed: 0, same: 0 });
    expect(diffRows([run('a', 1)], [], keyOf).counts).toEqual({ added: 0, removed: 1, changed: 0, same: 0 });
  });

  it('are compared soon, also where there are thousands', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => run(String(index), index));
    const { counts } = diffRows(rows, [...rows.slice(1), run('new', 1)], keyOf);
    expect(counts).toEqual({ added: 1, removed: 1, changed: 0, same: 4_999 });
  });
});

describe('two states of a row', () => {
  it('differ field by field, however deep', () => {
    const before = run('02-03', 3, { streak: { length: 3, part: null }, announcements: [], gone: true });
    const after = run('02-03', 4, { streak: { length: 4, part: null }, announcements: [{ of: 'ann_1' }] });
    expect(fieldsOf({ before, after })).toEqual([
      { path: 'length', fate: 'changed', before: '3', after: '4' },
      { path: 'streak.length', fate: 'changed', before: '3', after: '4' },
      { path: 'announcements[0].of', fate: 'added', before: undefined, after: '"ann_1"' },
      { path: 'gone', fate: 'removed', before: 'true', after: undefined },
    ]);
  });

  it('tell that a list is empty only where nothing else tells it', () => {
    expect(fieldsOf({ before: { gaps: [1] }, after: { gaps: [] } })).toEqual([
      { path: 'gaps[0]', fate: 'removed', before: '1', after: undefined },
    ]);
    expect(fieldsOf({ before: { gaps: null }, after: { gaps: [] } })).toEqual([
      { path: 'gaps', fate: 'changed', before: 'null', after: '[]' },
    ]);
  });

  it('tell a null from what is not there', () => {
    expect(fieldsOf({ before: { a: null }, after: {} })).toEqual([
      { path: 'a', fate: 'removed', before: 'null', after: undefined },
    ]);
    expect(fieldsOf({ before: { a: null }, after: { a: null } })).toEqual([]);
  });
});
