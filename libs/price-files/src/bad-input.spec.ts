import fc from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { aFile, aFolder, readAll, removeFolders } from '../test/reading';
import { aZip } from '../test/zip';
import { detectPriceFile } from './detect/detect-price-file';
import { PriceFileError } from './price-file-error';

afterAll(removeFolders);

const HEADER = 'Date,Open,High,Low,Close,Adj Close,Volume\n';
const row = (date: string) => `${date},208.1,210.9,207.3,210,209.1,42000000\n`;
const GOOD = HEADER + row('2026-02-26') + row('2026-02-27');

describe('rows that cannot be read are refused by their lines, and the rest is read', () => {
  test.each([
    ['a cut line', '2026-03-02,208.1,210', '3 fields where 7'],
    ['a line with too much', `${row('2026-03-02').trim()},1,2`, 'more than 7 fields'],
    ['a word for a price', '2026-03-02,208.1,210.9,207.3,much,209.1,42', 'Close "much" is no number'],
    ['a number without end', `2026-03-02,208.1,210.9,207.3,${'9'.repeat(400)},209.1,42`, 'is no number'],
    ['infinity', '2026-03-02,208.1,210.9,207.3,Infinity,209.1,42', 'is no number'],
    ['a quote that never closes', '2026-03-02,"208.1,210.9,207.3,210,209.1,42', 'quote'],
    ['a day that does not exist', '2026-02-30,208.1,210.9,207.3,210,209.1,42', 'not in the calendar'],
  ])('%s', async (_what, line, reason) => {
    const { rows, refused } = await readAll(aFile('A.csv', `${GOOD}${line}\n${row('2026-03-03')}`));
    expect(rows.map(({ line: number }) => number)).toEqual([2, 3, 5]);
    expect(refused).toEqual([expect.objectContaining({ line: 4, reason: expect.stringContaining(reason) })]);
    expect(refused[0]?.text.length).toBeLessThanOrEqual(203);
  });

  test('binary data behind the head', async () => {
    // The head is half a MiB; blanks around figures are nothing.
    const head = row('2026-02-26')
      .replace('210,', `210${' '.repeat(9_000)},`)
      .repeat(70);
    const { refused } = await readAll(aFile('A.csv', `${HEADER}${head}2026-03-02,1,2,\u0000\u0001,210,209.1,42\n`));
    expect(refused).toEqual([expect.objectContaining({ line: 72, text: '2026-03-02,1,2,\uFFFD\uFFFD,210,209.1,42' })]);
  });

  test('a line of many megabytes is passed over', async () => {
    const path = aFile('A.csv', `${GOOD}${'x'.repeat(5_000_000)}\n${row('2026-03-03')}`);
    const { rows, refused } = await readAll(path);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(refused).toEqual([expect.objectContaining({ line: 4, reason: 'The line is longer than 1 MiB.' })]);
  });
});

test('a symbol that a terminal would obey is refused', async () => {
  const text = 'symbol,date,close\n\u001b[2JAMZN,2026-02-27,210\nAMZN,2026-02-27,210\n';
  const { rows, refused } = await readAll(aFile('x.csv', text));
  expect(rows.map(({ symbol }) => symbol)).toEqual(['AMZN']);
  expect(refused).toEqual([expect.objectContaining({ line: 2, text: '\uFFFD[2JAMZN,2026-02-27,210' })]);
});

describe('what programs do to good files changes nothing:', () => {
  test.each([
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['CR LF', GOOD.replaceAll('\n', '\r\n')],
    ['quotes around every field', GOOD.replaceAll(/[^,\n]+/g, '"$&"')],
    ['semicolons', GOOD.replaceAll(',', ';')],
    ['tabs', GOOD.replaceAll(',', '\t')],
    ['bars', GOOD.replaceAll(',', '|')],
    ["Excel's sep line", `sep=;\n${GOOD.replaceAll(',', ';')}`],
    ['blank lines', GOOD.replaceAll('\n', '\n\n')],
    ['no last line end', GOOD.trimEnd()],
    ['spaces around fields', GOOD.replaceAll(/,(?=\d)/g, ' , ')],
  ])('%s', async (_what, text) => {
    const { rows, refused } = await readAll(aFile('A.csv', text));
    expect(rows.map(({ date, splitAdjusted }) => [date, splitAdjusted])).toEqual(
      ['2026-02-26', '2026-02-27'].map((date) => [
        date,
        { open: 208.1, high: 210.9, low: 207.3, close: 210, volume: 42_000_000 },
      ]),
    );
    expect(refused).toEqual([]);
  });
});

describe('a whole file is refused that', () => {
  test.each([
    ['is empty', '', 'empty'],
    ['holds nothing but blank lines', '\n\n\n', 'empty'],
    ['is binary', Buffer.from([1, 2, 0, 3, 10, 0]), 'binary'],
    ['is UTF-16', Buffer.from('\uFEFFDate,Close\n', 'utf16le'), 'encoding'],
    ['has the line ends of old Macs', GOOD.replaceAll('\n', '\r'), 'encoding'],
    ['is a web page', '<!DOCTYPE html><html><body>Too many requests, try later</body></html>', 'wrongFormat'],
    ['is JSON', '{"Information": "The rate limit is 25 requests, please"}', 'wrongFormat'],
    ['says that a limit is reached', 'Exceeded the daily hits limit', 'unknownFormat'],
    ['is one endless line', 'x'.repeat(3_000_000), 'unreadable'],
    ['is packed in another way', Buffer.from('28b52ffd0000000000', 'hex'), 'archive'],
    ['is an Excel workbook', aZip([{ name: '[Content_Types].xml', content: '<Types/>' }]), 'binary'],
    ['is a zip without files', aZip([]), 'empty'],
    ['is a zip that was cut', aZip([{ name: 'A.csv', content: GOOD }]).subarray(0, 60), 'archive'],
    ['is a zip whose entry leads out of it', aZip([{ name: '../../etc/A.csv', content: GOOD }]), 'archive'],
    ['is a zip with an absolute name', aZip([{ name: '/etc/A.csv', content: GOOD }]), 'archive'],
    ['is a zip with a wrong checksum', aZip([{ name: 'A.csv', content: GOOD, claimedChecksum: 7 }]), 'damaged'],
    ['is a zip that lies about a size', aZip([{ name: 'A.csv', content: GOOD, claimedSize: 10 }]), 'archive'],
    ['is a gzip that ends early', gzipSync(GOOD).subarray(0, 70), 'endsEarly'],
    ['is a gzip with a wrong checksum', spoilt(gzipSync(GOOD)), 'damaged'],
  ])('%s', async (_what, content, code) => {
    await expect(readAll(aFile('A.csv', content))).rejects.toMatchObject({ name: 'PriceFileError', code });
  });

  test('is a gzip bomb', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(GOOD), Buffer.alloc(40 * 2 ** 20, row('2026-02-27'))]));
    await expect(readAll(aFile('A.csv.gz', bomb))).rejects.toMatchObject({ code: 'bomb' });
  });

  test('is a zip bomb', async () => {
    const bomb = aZip([{ name: 'A.csv', content: Buffer.alloc(40 * 2 ** 20, row('2026-02-27')) }]);
    await expect(readAll(aFile('A.zip', bomb))).rejects.toMatchObject({ code: 'bomb' });
  });

  test('is a zip whose entries share their bytes', async () => {
    const name = (at: number) => `A${at}.csv`;
    const content = row('2026-02-27').repeat(20_000);
    const parts = Array.from({ length: 60 }, (_, at) => ({ name: name(at), content }));
    await expect(readAll(aFile('A.zip', aZip(parts, { sharing: true })))).rejects.toMatchObject({ code: 'bomb' });
  });

  test.each([
    ['names a column twice', 'date,close,close\n2026-02-27,1,2\n', 'badColumns'],
    ['names a ticker twice', 'Price,Close,Close\nTicker,A,A\nDate,,\n2026-02-27,1,2\n', 'wrongFormat'],
  ])('%s', async (_what, text, code) => {
    await expect(readAll(aFile('x.csv', text))).rejects.toMatchObject({ code });
  });

  test('is a folder', async () => {
    const folder = join(aFolder(), 'A.csv');
    mkdirSync(folder);
    await expect(detectPriceFile(folder)).rejects.toMatchObject({ code: 'unreadable' });
  });

  test('is not there', async () => {
    await expect(detectPriceFile(join(aFolder(), 'A.csv'))).rejects.toMatchObject({ code: 'unreadable' });
  });
});

test('of a large gzip that ends early not one row is given', async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => `${row('2026-02-26').trim()}${at}\n`).join('');
  const packed = gzipSync(HEADER + rows);
  const path = aFile('A.csv.gz', packed.subarray(0, packed.length - 20));
  await expect(readAll(path)).rejects.toMatchObject({
    code: 'endsEarly',
    message: expect.stringContaining('ends early'),
  });
});

test('a header without rows is told', async () => {
  const { rows, notes } = await readAll(aFile('A.csv', HEADER));
  expect(rows).toEqual([]);
  expect(notes).toEqual([expect.objectContaining({ code: 'noRows', damaged: false })]);
});

test('a last line without an end is told where the vendor writes one', async () => {
  const { rows, notes } = await readAll(aFile('A.csv', 'date,close\n2026-02-26,210\n2026-02-27,21'));
  expect(rows).toHaveLength(2);
  expect(notes).toEqual([expect.objectContaining({ code: 'noFinalNewline' })]);
});

test('reading stops when it is called off', async () => {
  const controller = new AbortController();
  controller.abort(new Error('called off'));
  await expect(readAll(aFile('A.csv', GOOD), { signal: controller.signal })).rejects.toThrow('called off');
});

test('whatever is done to the bytes of a file, it is read, or refused by its own error', async () => {
  const originals = [Buffer.from(GOOD), gzipSync(GOOD), aZip([{ name: 'A.csv', content: GOOD }])];
  const spoiling = fc.record({
    original: fc.constantFrom(...originals),
    place: fc.nat({ max: 400 }),
    bytes: fc.uint8Array({ maxLength: 4 }),
    cut: fc.boolean(),
  });
  const path = aFile('A.csv', GOOD);
  const read = async ({
    original,
    place,
    bytes,
    cut,
  }: {
    original: Buffer;
    place: number;
    bytes: Uint8Array;
    cut: boolean;
  }) => {
    const at = place % original.length;
    const rest = cut ? Buffer.alloc(0) : original.subarray(at + bytes.length);
    writeFileSync(path, Buffer.concat([original.subarray(0, at), bytes, rest]));
    const outcome = await readAll(path).then(
      ({ rows, refused }) => rows.length + refused.length <= 4,
      (error: unknown) => error instanceof PriceFileError,
    );
    expect(outcome).toBe(true);
  };
  await fc.assert(fc.asyncProperty(spoiling, read), { numRuns: 100 });
});

/** Flips a bit of gzip's checksum, the last eight bytes but four. */
function spoilt(packed: Buffer): Buffer {
  const copy = Buffer.from(packed);
  copy[copy.length - 6] = (copy[copy.length - 6] ?? 0) ^ 1;
  return copy;
}
