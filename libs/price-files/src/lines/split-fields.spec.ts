import fc from 'fast-check';
import { sniffDelimiter } from './sniff-delimiter';
import { splitFields } from './split-fields';

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

test('fields within quotes hold whatever they held', () => {
  const field = fc.string().map((text) => text.replaceAll(/[\r\n]/g, ''));
  fc.assert(
    fc.property(
      fc.array(field, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (fields, delimiter) => {
        expect(splitFields(fields.map(quoted).join(delimiter), delimiter)).toEqual(fields);
      },
    ),
  );
});

test.each(['"a', 'b,"a', '"a"b', '"a"b,c'])('%s is no row', (line) => {
  expect(splitFields(line, ',')).toBeNull();
});

test('what parts fields is what most lines agree on', () => {
  expect(sniffDelimiter(['Date;Close', '27.02.2026;210,50', '28.02.2026;211,50'])).toBe(';');
  expect(sniffDelimiter(['Date,Close', '"Feb 27, 2026",210', '"Feb 28, 2026",211'])).toBe(',');
  expect(sniffDelimiter(['date|close,adjusted', '1|2', '3|4'])).toBe('|');
  expect(sniffDelimiter(['words only', 'and more of them'])).toBeNull();
});
