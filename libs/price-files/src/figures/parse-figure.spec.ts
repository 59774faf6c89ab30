import fc from 'fast-check';
import { parseComma, parseMoney, parsePlain, UNREADABLE } from './parse-figure';

const plain = (text: string) => parsePlain(Buffer.from(text), 0, Buffer.byteLength(text));

describe('a plain number', () => {
  test('is the very double that JavaScript reads from the same text', () => {
    const digits = fc.stringMatching(/^\d{1,20}$/);
    const decimal = fc.tuple(
      fc.constantFrom('', '-', '+'),
      digits,
      fc.option(digits),
      fc.constantFrom('', 'e3', 'E-7'),
    );
    fc.assert(
      fc.property(decimal, ([sign, whole, fraction, exponent]) => {
        const text = `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${exponent}`;
        expect(plain(text)).toBe(Number(text));
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plain(String(value))).toBe(Number(String(value)));
      }),
    );
  });

  test('of any other text is unreadable or blank, and never a guess', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = plain(text);
        const honest = Number.isNaN(value) || value === UNREADABLE || value === Number(text);
        expect(honest).toBe(true);
      }),
    );
    for (const text of [
      '1,234',
      '1.2.3',
      '0x10',
      '1_000',
      '1e999',
      '$5',
      '5%',
      '1 2',
      '٣',
      '.',
      'Infinity',
      '1'.repeat(65),
    ]) {
      expect([text, plain(text)]).toEqual([text, UNREADABLE]);
    }
  });

  test.each(['', ' ', 'null', 'NaN', 'N/A', 'None', '-'])('%j is blank', (text) => {
    expect(plain(text)).toBeNaN();
  });

  test.each([
    [' 12.50\t', 12.5],
    ['5.', 5],
    ['.5', 0.5],
    ['-0.25', -0.25],
    ['1.5E+3', 1500],
  ])('%j is read as %d', (text, value) => {
    expect(plain(text)).toBe(value);
  });
});

test.each([
  ['$1,234.56', 1234.56],
  ['$0.5', 0.5],
  ['42,000,000', 42_000_000],
  ['12,34', UNREADABLE],
  ['1,2345', UNREADABLE],
  ['N/A', NaN],
])('money: %s', (text, value) => {
  expect(parseMoney(Buffer.from(text), 0, text.length)).toBe(value);
});

test.each([
  ['1.234,56', 1234.56],
  ['0,5', 0.5],
  ['1234', 1234],
  ['1.23', UNREADABLE],
  ['1,2,3', UNREADABLE],
])('decimal comma: %s', (text, value) => {
  expect(parseComma(Buffer.from(text), 0, text.length)).toBe(value);
});
