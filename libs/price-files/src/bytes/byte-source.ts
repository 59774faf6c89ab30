/** Text of one file, or of one entry of an archive, as it comes out of its compression. */
export interface ByteSource {
  /** The path, or `path!entry`. */
  readonly file: string;
  /** The last part of the name, without the endings of compression: `AMZN.csv`. */
  readonly name: string;
  /** Bytes on disk. */
  readonly size: number;
  /** Whether damage would show only at the end, so that the whole is checked before a row of it is given. */
  readonly packed: boolean;
  /** Throws `PriceFileError` at damage, and the signal's reason when it aborts. `onBytes`: read on disk so far. */
  chunks(options: ChunkOptions): AsyncIterable<Buffer>;
}

export interface ChunkOptions {
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
}

export const CHUNK_BYTES = 1 << 18;
