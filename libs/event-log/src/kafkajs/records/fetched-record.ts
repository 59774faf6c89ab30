import type { LogRecord, RawHeader } from '../../event-log';
import { ByteReader } from './byte-reader';
import type { TextMemory } from './text-memory';

/** Where the parts of a record begin in the bytes of its batch; a length of -1 is null. */
export interface RecordPlaces {
  readonly keyAt: number;
  readonly keyLength: number;
  readonly valueAt: number;
  readonly valueLength: number;
  readonly headersAt: number;
}

/**
 * A record that stays in the bytes it came in: what is asked of it is made when it is asked. A fetch brings tens of
 * thousands, which wait for their turn; as objects of their own, with a dozen headers each, moving them through the
 * garbage collection's generations took longer than reading them.
 */
export class FetchedRecord implements LogRecord {
  constructor(
    readonly offset: number,
    readonly timestamp: number,
    /** The end of a transaction: not for consumers, who pass over its offset. */
    readonly isControlRecord: boolean,
    private readonly bytes: Buffer,
    private readonly texts: TextMemory,
    private readonly places: RecordPlaces,
  ) {}

  get key(): Buffer | null {
    return this.part(this.places.keyAt, this.places.keyLength);
  }

  get value(): Buffer | null {
    return this.part(this.places.valueAt, this.places.valueLength);
  }

  get headers(): Readonly<Record<string, string>> {
    const { texts } = this;
    const reader = new ByteReader(this.bytes, this.places.headersAt);
    const headers: Record<string, string> = {};
    const count = reader.varint();
    for (let index = 0; index < count; index += 1) {
      const name = readText(reader, texts, index * 2);
      const value = readText(reader, texts, index * 2 + 1);
      if (name !== undefined && value !== undefined) headers[name] = value;
    }
    return headers;
  }

  rawHeaders(): readonly RawHeader[] {
    const reader = new ByteReader(this.bytes, this.places.headersAt);
    return Array.from({ length: Math.max(0, reader.varint()) }, () => [String(reader.blob() ?? ''), reader.blob()]);
  }

  private part(at: number, length: number): Buffer | null {
    return length < 0 ? null : this.bytes.subarray(at, at + length);
  }
}

/** Undefined where there is none: a header without a value. */
function readText(reader: ByteReader, texts: TextMemory, place: number): string | undefined {
  const length = reader.varint();
  return length < 0 ? undefined : texts.read(place, reader.forward(length), length);
}
