import fc from 'fast-check';
import { linesOf } from './lines';

async function readLines(chunks: readonly Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of linesOf(arriving(chunks))) lines.push(...some);
  return lines;
}

async function* arriving(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

describe('lines of standard input', () => {
  it('are the same however the bytes were cut on their way', async () => {
    const text = fc.array(
      fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n]/g, '')),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40)), async (lines, cuts) => {
        const bytes = Buffer.from(`${lines.join('\n')}\n`);
        const places = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort(
          (a, b) => a - b,
        );
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(await readLines(chunks)).toEqual(lines);
      }),
    );
  });

  it('arrive as soon as they are whole', async () => {
    const lines = linesOf(arriving([Buffer.from('one\ntw'), Buffer.from('o\n')]));
    expect((await lines.next()).value).toEqual(['one']);
    expect((await lines.next()).value).toEqual(['two']);
  });

  it('need no line feed at the end, and drop carriage returns', async () => {
    expect(await readLines([Buffer.from('one\r\ntwo\r')])).toEqual(['one', 'two']);
    expect(await readLines([])).toEqual([]);
  });
});
