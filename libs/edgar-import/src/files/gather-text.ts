import { EdgarImportError } from '../edgar-import-error';
import { LARGEST_FILE } from './edgar-entry';

/** The text of a stream of bytes, cut at `most`, or refused where it is longer than any file of EDGAR's. */
export async function gatherText(file: string, chunks: AsyncIterable<Buffer>, cutAt?: number): Promise<string> {
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    kept.push(chunk);
    bytes += chunk.length;
    if (cutAt !== undefined && bytes >= cutAt) break;
    if (bytes > LARGEST_FILE) throw tooLarge(file, bytes);
  }
  const text = Buffer.concat(kept).subarray(0, cutAt).toString('utf8');
  if (text.includes('\u0000'))
    throw new EdgarImportError('unreadable', `${file} is binary, and not a text of EDGAR's.`);
  return text;
}

export function tooLarge(file: string, bytes: number): EdgarImportError {
  const detail = `${file} has ${bytes} bytes or more, and no file of EDGAR's that is read here more than ${LARGEST_FILE}. Fetch it again.`;
  return new EdgarImportError('tooLarge', detail);
}
