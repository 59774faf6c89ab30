import { Transform } from 'node:stream';
import { EdgarPullError } from './edgar-pull-error';

/** Counts the bytes that pass, and ends a body that is too large: a file of EDGAR's has its size. */
export class ByteLimit extends Transform {
  bytes = 0;

  constructor(
    private readonly url: string,
    private readonly most: number,
    private readonly onBytes: () => void,
  ) {
    super();
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    this.bytes += chunk.length;
    this.onBytes();
    const mebibytes = Math.round(this.most / 2 ** 20);
    if (this.bytes > this.most)
      done(new EdgarPullError('tooLarge', `${this.url} is larger than ${mebibytes} MiB: that is no such file.`));
    else done(null, chunk);
  }
}
