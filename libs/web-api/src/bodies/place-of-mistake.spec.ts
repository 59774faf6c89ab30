import { placeOfMistake } from './place-of-mistake';

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{"bars":[{"close":1},{"close":NaN}]}', 1, 31, '/bars/1/close', 'unexpected NaN'],
    ['{"a": 1,\n "b": }', 2, 7, '/b', 'unexpected }'],
    ['{"a": 1', 1, 8, '/a', 'unexpected end'],
    ['', 1, 1, '', 'unexpected end'],
    ['{} x', 1, 4, '', 'unexpected x'],
    ['[1, 2,]', 1, 7, '/2', 'unexpected ]'],
    ["{'a': 1}", 1, 2, '', "unexpected 'a'"],
    ['{"a": 01}', 1, 7, '/a', 'unexpected 01'],
    ['{"a": .5}', 1, 7, '/a', 'unexpected .5'],
    ['{"a/b": "\\x"}', 1, 10, '/a~1b', 'unexpected escape \\x'],
    ['{"a": "line\nbreak"}', 1, 12, '/a', 'unexpected control character "\\n"'],
    ['{"a": undefined}', 1, 7, '/a', 'unexpected undefined'],
    ['{"a" 1}', 1, 6, '/a', 'unexpected 1'],
  ])('%j: line %i, column %i, at %j, %s', (text, line, column, pointer, what) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(placeOfMistake(text)).toEqual({ line, column, pointer, what });
  });

  it('is found behind millions of open brackets and strings of megabytes', () => {
    expect(placeOfMistake('['.repeat(3_000_000)).column).toBe(3_000_001);
    expect(placeOfMistake(`["${'x'.repeat(5_000_000)}" !`).what).toBe('unexpected !');
  });
});
