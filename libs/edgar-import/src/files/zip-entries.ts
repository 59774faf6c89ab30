import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { EdgarImportError } from '../edgar-import-error';
import { type EdgarEntry, HEAD_BYTES, LARGEST_FILE } from './edgar-entry';
import { gatherText, tooLarge } from './gather-text';

/** submissions.zip of all issuers holds about a million files. */
const MOST_ENTRIES = 5_000_000;
/** JSON packs to a tenth, and the emptiest of it to a fiftieth; what swells beyond this was built to. */
const MOST_SWELLING = 250;
const READ_OPTIONS = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false };

/**
 * The files in a zip that are wanted by their bare names. Only its directory is read here, so that one issuer of the bulk
 * archive costs no more than that. Names are compared, and never written to.
 */
export async function zipEntries(
  path: string,
  isWanted: (name: string, archive: { readonly files: number }) => boolean,
): Promise<readonly EdgarEntry[]> {
  const zip = await opened(path);
  try {
    const files = zip.entryCount;
    if (files > MOST_ENTRIES) throw fault(path, `it holds ${files} files, more than the ${MOST_ENTRIES} that are read`);
    const found: EdgarEntry[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = basename(entry.fileName);
      if (!entry.fileName.endsWith('/') && isWanted(name, { files })) found.push(entryOf(path, entry, name));
    }
    return found;
  } catch (error) {
    throw explained(path, error);
  } finally {
    zip.close();
  }
}

function entryOf(path: string, entry: Entry, name: string): EdgarEntry {
  const file = `${path}!${entry.fileName}`;
  return {
    file,
    name,
    text: () => gatherText(file, chunksOf(path, entry, file)),
    head: () => gatherText(file, chunksOf(path, entry, file), HEAD_BYTES),
  };
}

async function* chunksOf(path: string, entry: Entry, file: string): AsyncGenerator<Buffer> {
  const { compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw fault(file, 'it is encrypted');
  if (uncompressedSize > LARGEST_FILE) throw tooLarge(file, uncompressedSize);
  if (uncompressedSize > MOST_SWELLING * Math.max(compressedSize, 1_024)) {
    throw fault(file, `${compressedSize} bytes would swell to ${uncompressedSize}`);
  }
  const zip = await opened(path);
  try {
    let checksum = 0;
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (checksum !== entry.crc32) throw fault(file, 'its checksum is wrong');
  } catch (error) {
    throw explained(file, error);
  } finally {
    zip.close();
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, READ_OPTIONS);
  } catch (error) {
    throw explained(path, error);
  }
}

function explained(file: string, error: unknown): EdgarImportError {
  if (error instanceof EdgarImportError) return error;
  return fault(file, error instanceof Error ? error.message : String(error), error);
}

function fault(file: string, why: string, cause?: unknown): EdgarImportError {
  const detail = `${file} cannot be read as a zip of EDGAR's: ${why}. Fetch it again, or unpack it and name the folder.`;
  return new EdgarImportError('archive', detail, cause === undefined ? undefined : { cause });
}
