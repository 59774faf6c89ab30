import { whereToBegin } from './where-to-begin';

describe('where a partition of the log is begun', () => {
  const range = { partition: 0, first: 100, end: 50_000 };

  it.each([
    ['one record before the hint, which shows whether the log is still the same', 300, 299],
    ['at the last record, where all were read', 50_000, 49_999],
    ['at the first that is left, where those of the hint have expired', 50, 100],
    ['near the end, where the log was made anew and is shorter', 50_001, 49_980],
    ['near the end, where it was never read', null, 49_980],
  ])('is %s', (_, hint, expected) => {
    expect(whereToBegin(hint, range)).toBe(expected);
  });

  it('is the beginning of a log with few records, or none', () => {
    expect(whereToBegin(null, { partition: 0, first: 3, end: 700 })).toBe(3);
    expect(whereToBegin(701, { partition: 0, first: 3, end: 700 })).toBe(3);
    expect(whereToBegin(0, { partition: 0, first: 0, end: 0 })).toBe(0);
  });
});
