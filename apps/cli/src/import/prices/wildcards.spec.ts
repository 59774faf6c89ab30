import fc from 'fast-check';
import { fits } from './wildcards';

describe('a name held against a pattern', () => {
  it.each([
    ['prices.csv', '*.csv', true],
    ['prices.csv', 'p?ices.*', true],
    ['prices.csv.gz', '*.csv', false],
    ['2024-01-02.csv.gz', '2024-0?-*.csv.gz', true],
    ['abc', 'a*b*c*', true],
    ['abc', '', false],
    ['', '*', true],
  ])('%p fits %p: %p', (name, pattern, expected) => expect(fits(name, pattern)).toBe(expected));

  it('is done soon also with a pattern made to take for ever', () => {
    expect(fits('a'.repeat(2_000), `${'*a'.repeat(1_000)}*b`)).toBe(false);
  });

  it('fits itself, and everything fits a star', () => {
    fc.assert(fc.property(fc.string(), (name) => fits(name, '*') && (/[*?]/.test(name) || fits(name, name))));
  });
});
