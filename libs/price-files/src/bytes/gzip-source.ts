import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { errorCode, errorMessage } from '../error-code';
import { PriceFileError } from '../price-file-error';
import { type ByteSource, CHUNK_BYTES, type ChunkOptions } from './byte-source';
import { guardInflation } from './inflation-guard';

/** A file packed by gzip; several members one after another are one text. */
export function gzipSource(path: string, size: number): ByteSource {
  const name = basename(path).replace(/\.gz$/i, '');
  return { file: path, name, size, packed: true, chunks: (options) => chunksOf(path, size, options) };
}

async function* chunksOf(path: string, size: number, { signal, onBytes }: ChunkOptions): AsyncGenerator<Buffer> {
  const packed = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  packed.on('error', (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  let given = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      given += chunk.length;
      guardInflation(path, size, given);
      onBytes?.(packed.bytesRead);
      yield chunk;
    }
  } catch (error) {
    throw damageOf(error, path);
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

function damageOf(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') {
    const detail = 'The gzip file ends early, as a download does that was cut. Fetch it again; nothing of it was read.';
    return new PriceFileError('endsEarly', path, detail);
  }
  if (code !== 'Z_DATA_ERROR') return error;
  const detail = `The gzip file is damaged (${errorMessage(error)}). Fetch it again; nothing of it was read.`;
  return new PriceFileError('damaged', path, detail);
}
