import fc from 'fast-check';
import { LineSplitter, LONGEST_LINE } from './line-splitter';

function linesOf(chunks: readonly Buffer[]): { lines: [number, string][]; long: number[]; clean: boolean } {
  const lines: [number, string][] = [];
  const long: number[] = [];
  const splitter = new LineSplitter({
    line: (bytes, from, to, number) => lines.push([number, bytes.toString('utf8', from, to)]),
    tooLong: (_beginning, number) => long.push(number),
  });
  for (const chunk of chunks) splitter.feed(chunk);
  splitter.finish();
  return { lines, long, clean: splitter.endedCleanly };
}

test('lines are those of the text, wherever chunks end', () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', ',', '\n', '\r\n', '"', '1.5'), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }), (written, cuts) => {
      const bytes = Buffer.from(written);
      const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b);
      const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
      const expected = written
        .split('\n')
        .map((line, index): [number, string] => [index + 1, line.replace(/\r$/, '')])
        .filter(([, line]) => line !== '');
      expect(linesOf(chunks).lines).toEqual(expected);
    }),
  );
});

test('a line that is too long is told once, and the next is read', () => {
  const long = Buffer.alloc(300_000, 'x');
  const chunks = [Buffer.from('a\n'), ...Array.from({ length: 8 }, () => long), Buffer.from('\nb\n')];
  expect(linesOf(chunks)).toEqual({
    lines: [
      [1, 'a'],
      [3, 'b'],
    ],
    long: [2],
    clean: true,
  });
  expect(8 * 300_000).toBeGreaterThan(LONGEST_LINE);
});
