import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type ByteSource, CHUNK_BYTES, type ChunkOptions } from './byte-source';

/** A file that is text as it stands. */
export function plainSource(path: string, size: number): ByteSource {
  return { file: path, name: basename(path), size, packed: false, chunks: (options) => chunksOf(path, options) };
}

async function* chunksOf(path: string, { signal, onBytes }: ChunkOptions): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  let read = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      read += chunk.length;
      onBytes?.(read);
      yield chunk;
    }
  } finally {
    stream.destroy();
  }
}
