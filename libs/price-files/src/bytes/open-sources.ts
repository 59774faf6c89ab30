import { open } from 'node:fs/promises';
import { errorCode } from '../error-code';
import { PriceFileError } from '../price-file-error';
import type { ByteSource } from './byte-source';
import { gzipSource } from './gzip-source';
import { plainSource } from './plain-source';
import { zipSources } from './zip-source';

/** First bytes of what is no text and is not unpacked here, and what to do with it. */
const FOREIGN: readonly (readonly [string, string, string])[] = [
  ['28b52ffd', 'archive', 'It is packed by zstd. Unpack it (`zstd -d`) and import the text.'],
  ['425a68', 'archive', 'It is packed by bzip2. Unpack it (`bunzip2`) and import the text.'],
  ['fd377a585a00', 'archive', 'It is packed by xz. Unpack it (`unxz`) and import the text.'],
  ['377abcaf271c', 'archive', 'It is a 7z archive. Unpack it and import the text.'],
  ['50415231', 'binary', 'It is a Parquet file. Save it as CSV.'],
  ['d0cf11e0', 'binary', 'It is an old Excel workbook. Save the sheet as CSV (UTF-8).'],
  ['fffe', 'encoding', 'It is UTF-16 text. Save it as UTF-8.'],
  ['feff', 'encoding', 'It is UTF-16 text. Save it as UTF-8.'],
];

/** What a path holds: one text, or those of a zip's entries. How it is packed is told by its first bytes, not its name. */
export async function openSources(path: string): Promise<readonly ByteSource[]> {
  const { first, size } = await beginningOf(path);
  if (size === 0) throw new PriceFileError('empty', path, 'The file is empty. Fetch it again.');
  if (first.startsWith('1f8b')) return [gzipSource(path, size)];
  if (first.startsWith('504b0304') || first.startsWith('504b0506')) return withinZip(path, size);
  const foreign = FOREIGN.find(([magic]) => first.startsWith(magic));
  if (foreign !== undefined) throw new PriceFileError(foreign[1], path, foreign[2]);
  return [plainSource(path, size)];
}

async function withinZip(path: string, size: number): Promise<readonly ByteSource[]> {
  const sources = await zipSources(path, size);
  if (sources.some(({ file }) => file.endsWith('![Content_Types].xml'))) {
    throw new PriceFileError('binary', path, 'It is an Excel workbook. Save the sheet as CSV (UTF-8).');
  }
  if (sources.length === 0) throw new PriceFileError('empty', path, 'The zip holds no files. Fetch it again.');
  return sources;
}

async function beginningOf(path: string): Promise<{ first: string; size: number }> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
      return { first: buffer.toString('hex', 0, bytesRead), size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = WHY[errorCode(error)];
    throw reason === undefined ? error : new PriceFileError('unreadable', path, reason);
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'It is a folder; name the files in it.',
  EACCES: 'It may not be read by this user.',
};
