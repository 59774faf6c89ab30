import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { ArchiveError } from '../archive-error';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const trailerSchema = z.strictObject({
  /** How many events lie between the first line and this one. */
  events: z.int().min(1),
  /** SHA-256 of their lines, line feeds included. Two stores with the same sum hold the same events. */
  eventsSha256: sha256,
  /** SHA-256 of all bytes of the file before the member that holds this line. */
  fileSha256: sha256,
});

/** Last line of an archive. */
export type ArchiveTrailer = z.infer<typeof trailerSchema>;

/*
 * A member with a fixed header (RFC 1952), one stored block (RFC 1951) and its check sum: no compressor has a say in it,
 * so that its bytes follow from its text, and none of them can be another.
 */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const BLOCK_HEADER_BYTES = 5;
const CHECK_BYTES = 8;
const WRAPPING_BYTES = GZIP_HEADER.length + BLOCK_HEADER_BYTES + CHECK_BYTES;
const LONGEST = 1_000;

/** The gzip member that ends an archive. */
export function trailerMember(trailer: ArchiveTrailer): Buffer {
  const text = Buffer.from(`${JSON.stringify(trailer)}\n`);
  const block = Buffer.alloc(BLOCK_HEADER_BYTES);
  block.writeUInt8(1, 0);
  block.writeUInt16LE(text.length, 1);
  block.writeUInt16LE(text.length ^ 0xffff, 3);
  const check = Buffer.alloc(CHECK_BYTES);
  check.writeUInt32LE(crc32(text), 0);
  check.writeUInt32LE(text.length, 4);
  return Buffer.concat([GZIP_HEADER, block, text, check]);
}

/** Bytes at the end of a file in which its trailer lies whole. */
export const TAIL_BYTES = LONGEST + WRAPPING_BYTES;

/** Reads the trailer from the end of a file. `length` is how much of it the last member takes. */
export function readTrailer(tail: Buffer): { readonly trailer: ArchiveTrailer; readonly length: number } {
  const length = tail.length < WRAPPING_BYTES ? 0 : tail.readUInt32LE(tail.length - 4) + WRAPPING_BYTES;
  const member = tail.subarray(Math.max(0, tail.length - length));
  const trailer = length === member.length ? parsed(member) : null;
  // Written anew it must be the same: so a change of any of its bytes shows.
  if (trailer === null || !trailerMember(trailer).equals(member)) {
    throw new ArchiveError(
      'cutShort',
      'it does not end with the last line of an archive: it was cut short, its end was altered, or it is none',
    );
  }
  return { trailer, length };
}

function parsed(member: Buffer): ArchiveTrailer | null {
  const text = member.toString('utf8', GZIP_HEADER.length + BLOCK_HEADER_BYTES, member.length - CHECK_BYTES);
  try {
    return trailerSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: told as every other fault of the end.
    return null;
  }
}
