import fc from 'fast-check';
import { markToldBy, readFigure } from './read-figure';

describe('a figure of a calendar', () => {
  it.each([
    ['1.95', 1.95],
    ['-0.35', -0.35],
    ['\u22120.35', -0.35],
    ['(0.35)', -0.35],
    ['($0.35)', -0.35],
    ['$1.95', 1.95],
    ['-$0.12', -0.12],
    ['$-0.12', -0.12],
    ['+0.4', 0.4],
    ['.5', 0.5],
    ['1,234.5', 1234.5],
    ['$84,902,848,858', 84_902_848_858],
    ['213.39B', 213_390_000_000],
    ['213.4 bn', 213_400_000_000],
    ['850M', 850_000_000],
    ['1.2K', 1200],
    ['1.5e9', 1_500_000_000],
    ['0', 0],
    ['-0', 0],
  ])('is read from %s as %d', (text, value) => {
    expect(readFigure(text, '.')).toBe(value);
  });

  it.each(['', '-', '--', 'N/A', 'nan', 'null', ' - '])('is none in %j', (text) => {
    expect(readFigure(text, '.')).toBeNull();
  });

  it.each(['1,95', '1.2.3', 'abc', '1.5X', '(-0.35)', '--0.35', '12:30', '1,2345', '5%', 'Infinity', '9'.repeat(400)])(
    'is not made up from %s',
    (text) => {
      expect(readFigure(text, '.')).toBeUndefined();
    },
  );

  it('has decimal commas where the file does', () => {
    expect(readFigure('1,95', ',')).toBe(1.95);
    expect(readFigure('1.234,5', ',')).toBe(1234.5);
    expect(readFigure('1.95', ',')).toBeUndefined();
  });

  it('tells which mark a file uses, where it can only be one', () => {
    expect(['1,95', '1.234,5', '0,123', '1.234.567'].map(markToldBy)).toEqual([',', ',', ',', ',']);
    expect(['1.95', '1,234.5', '0.123', '1,234,567'].map(markToldBy)).toEqual(['.', '.', '.', '.']);
    expect(['1234', '1,234', '1.234', 'BMO', ''].map(markToldBy)).toEqual([null, null, null, null, null]);
  });

  it('never is anything but a finite number, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('.' as const, ',' as const), (text, mark) => {
        const value = readFigure(text, mark);
        expect(value === null || value === undefined || Number.isFinite(value)).toBe(true);
        markToldBy(text);
      }),
    );
  });

  it('reads back what JavaScript writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (cents) => {
        expect(readFigure((cents / 100).toFixed(2), '.')).toBe(cents / 100 === 0 ? 0 : cents / 100);
      }),
    );
  });
});
