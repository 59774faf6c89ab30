import { gzipSync } from 'node:zlib';
import { aFile, removeFolders } from '../../test/reading';
import { aZip } from '../../test/zip';
import { type DelimitedOptions, readDelimited } from './read-delimited';

afterAll(removeFolders);

async function all(path: string, options?: DelimitedOptions): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of readDelimited(path, options))
    rows.push(row.kind === 'fields' ? [row.line, ...row.fields] : row);
  return rows;
}

const TEXT = '\uFEFFsymbol;when;name\r\n\r\nAMZN;BMO;"Amazon.com; Inc."\r\n;;\r\n"AMZN;x\r\n';
const ROWS = [
  [1, 'symbol', 'when', 'name'],
  [3, 'AMZN', 'BMO', 'Amazon.com; Inc.'],
];

test.each([
  ['as it stands', Buffer.from(TEXT)],
  ['from gzip', gzipSync(TEXT)],
  ['from a zip', aZip([{ name: 'calendar.csv', content: TEXT }])],
])('any delimited text is read %s, its lines named and those that are none refused', async (_how, content) => {
  expect(await all(aFile('calendar.csv', content))).toEqual([
    ...ROWS,
    expect.objectContaining({ kind: 'refused', line: 5, text: '"AMZN;x' }),
  ]);
});

test('a zip of several files is not guessed among', async () => {
  const zip = aZip([
    { name: 'a.csv', content: TEXT },
    { name: 'b.csv', content: TEXT },
  ]);
  await expect(all(aFile('x.zip', zip))).rejects.toMatchObject({ code: 'archive' });
});

test('a delimiter that is told is not sought', async () => {
  expect(await all(aFile('x.csv', 'a;b,c\n'), { delimiter: ',' })).toEqual([[1, 'a;b', 'c']]);
});
