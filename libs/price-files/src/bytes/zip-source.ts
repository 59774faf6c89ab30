import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { errorCode, errorMessage } from '../error-code';
import { PriceFileError } from '../price-file-error';
import type { ByteSource, ChunkOptions } from './byte-source';
import { guardInflation } from './inflation-guard';

/** Stooq's archive of all of America holds about 12,000 files. */
const MOST_ENTRIES = 100_000;
const READ_OPTIONS = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false };

/**
 * The files within a zip, in its own order. Their names are only read, never written to; an archive with a name that
 * leads out of its folder is refused as a whole, because somebody built it to do harm.
 */
export async function zipSources(path: string, size: number): Promise<readonly ByteSource[]> {
  const zip = await opened(path);
  try {
    if (zip.entryCount > MOST_ENTRIES) {
      throw archiveFault(
        path,
        `It holds ${zip.entryCount} files, more than the ${MOST_ENTRIES} that are read. Split it.`,
      );
    }
    const found: ByteSource[] = [];
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      // Entries may share their bytes, so that each by itself looks honest (Fifield, "A better zip bomb", 2019).
      unpacked += entry.uncompressedSize;
      guardInflation(path, size, unpacked);
      if (!entry.fileName.endsWith('/') && !isClutter(entry.fileName)) found.push(sourceOf(path, entry, size));
    }
    return found;
  } catch (error) {
    throw faultOf(error, path);
  } finally {
    zip.close();
  }
}

function sourceOf(path: string, entry: Entry, size: number): ByteSource {
  const file = `${path}!${entry.fileName}`;
  const before = entry.relativeOffsetOfLocalHeader;
  return {
    file,
    name: basename(entry.fileName),
    size,
    packed: true,
    chunks: (options) =>
      chunksOf(path, entry, file, { ...options, onBytes: (bytes) => options.onBytes?.(before + bytes) }),
  };
}

async function* chunksOf(path: string, entry: Entry, file: string, options: ChunkOptions): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new PriceFileError('archive', file, 'It is encrypted. Unpack it and import the text.');
  guardInflation(file, entry.compressedSize, entry.uncompressedSize);
  const zip = await opened(path);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    let given = 0;
    let checksum = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      options.signal?.throwIfAborted();
      given += chunk.length;
      checksum = crc32(chunk, checksum);
      options.onBytes?.(Math.round((given / Math.max(1, entry.uncompressedSize)) * entry.compressedSize));
      yield chunk;
    }
    if (checksum !== entry.crc32)
      throw new PriceFileError('damaged', file, 'Its checksum is wrong: fetch the zip again.');
  } catch (error) {
    throw faultOf(error, file, options.signal);
  } finally {
    zip.close();
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, READ_OPTIONS);
  } catch (error) {
    throw faultOf(error, path);
  }
}

/** yauzl tells faults of the archive by errors without a code; those of the disk have one, zlib's begin with Z_. */
function faultOf(error: unknown, file: string, signal?: AbortSignal): unknown {
  const code = errorCode(error);
  if (error instanceof PriceFileError || signal?.aborted === true || (code !== '' && !code.startsWith('Z_')))
    return error;
  return archiveFault(
    file,
    `The zip cannot be read: ${errorMessage(error)}. Fetch it again, or unpack it and import the text.`,
  );
}

function archiveFault(file: string, detail: string): PriceFileError {
  return new PriceFileError('archive', file, detail);
}

/** What macOS adds to every zip. */
function isClutter(name: string): boolean {
  return name.startsWith('__MACOSX/') || basename(name) === '.DS_Store';
}
