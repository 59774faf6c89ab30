import fc from 'fast-check';
import { ColumnCursor } from './copy-text';
import { LineSplitter } from './line-splitter';

/** What PostgreSQL's documentation says of COPY's text format, said the other way round. */
function escapeColumn(text: string): string {
  const named: Record<string, string> = {
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\v': '\\v',
  };
  return text.replace(/[\\\b\f\n\r\t\v]/g, (character) => named[character] ?? character);
}

describe('reading COPY text', () => {
  const text = fc.string({ unit: 'grapheme' });
  const rows = fc.array(fc.tuple(text, text, text));

  it('gives back any rows, cut into any chunks', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (written, chunkBytes) => {
        const bytes = Buffer.from(written.map((row) => `${row.map(escapeColumn).join('\t')}\n`).join(''));
        const splitter = new LineSplitter();
        const read: string[][] = [];
        for (let at = 0; at < bytes.length; at += chunkBytes) {
          const lines = splitter.push(bytes.subarray(at, at + chunkBytes));
          if (lines === undefined) continue;
          const cursor = new ColumnCursor(lines);
          do read.push([cursor.next(), cursor.next(), cursor.last()]);
          while (!cursor.isAtEnd);
        }
        expect(read).toEqual(written);
      }),
    );
  });
});
