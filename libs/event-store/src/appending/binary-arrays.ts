/*
 * Parameters in PostgreSQL's binary array format: a Buffer is sent as it is, and needs none of the quoting and
 * unquoting that JSON in an array's text form takes on both sides. The layout is array_send's (arrayfuncs.c).
 */
const OID = { int4: 23, int8: 20, text: 25, json: 114, uuid: 2950 };
const HEADER_BYTES = 20;

export function int4Array(values: readonly number[]): Buffer {
  const buffer = fixedArray(OID.int4, values.length, 8);
  values.forEach((value, index) => buffer.writeInt32BE(value, lengthPrefix(buffer, HEADER_BYTES + index * 8, 4)));
  return buffer;
}

export function int8Array(values: readonly (number | null)[]): Buffer {
  const buffer = fixedArray(OID.int8, values.length, 12, values.includes(null));
  let offset = values.length === 0 ? 0 : HEADER_BYTES;
  for (const value of values) {
    if (value === null) offset = buffer.writeInt32BE(-1, offset);
    else offset = buffer.writeBigInt64BE(BigInt(value), lengthPrefix(buffer, offset, 8));
  }
  return buffer.subarray(0, Math.max(offset, EMPTY_BYTES));
}

export function uuidArray(values: readonly (string | null)[]): Buffer {
  const buffer = fixedArray(OID.uuid, values.length, 20, values.includes(null));
  let offset = values.length === 0 ? 0 : HEADER_BYTES;
  for (const value of values) {
    if (value === null) offset = buffer.writeInt32BE(-1, offset);
    else offset = lengthPrefix(buffer, offset, 16) + buffer.write(value.replaceAll('-', ''), offset + 4, 'hex');
  }
  return buffer.subarray(0, Math.max(offset, EMPTY_BYTES));
}

export function textArray(values: readonly string[]): Buffer {
  return stringArray(OID.text, values);
}

export function jsonArray(values: readonly string[]): Buffer {
  return stringArray(OID.json, values);
}

// An array without elements has no dimensions, so that its header ends before them.
const EMPTY_BYTES = 12;

function stringArray(oid: number, values: readonly string[]): Buffer {
  const lengths = values.map((value) => Buffer.byteLength(value));
  const buffer = Buffer.allocUnsafe(headerBytes(values.length) + lengths.reduce((sum, length) => sum + 4 + length, 0));
  let offset = writeHeader(buffer, oid, values.length, false);
  values.forEach((value, index) => {
    offset = lengthPrefix(buffer, offset, lengths[index] ?? 0);
    offset += buffer.write(value, offset);
  });
  return buffer;
}

function fixedArray(oid: number, length: number, bytesEach: number, hasNulls = false): Buffer {
  const buffer = Buffer.allocUnsafe(headerBytes(length) + length * bytesEach);
  writeHeader(buffer, oid, length, hasNulls);
  return buffer;
}

function headerBytes(length: number): number {
  return length === 0 ? EMPTY_BYTES : HEADER_BYTES;
}

function writeHeader(buffer: Buffer, oid: number, length: number, hasNulls: boolean): number {
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(hasNulls ? 1 : 0, 4);
  const end = buffer.writeInt32BE(oid, 8);
  if (length === 0) return end;
  buffer.writeInt32BE(length, 12);
  return buffer.writeInt32BE(1, 16);
}

/** Writes an element's length in front of it and answers where the element begins. */
function lengthPrefix(buffer: Buffer, offset: number, bytes: number): number {
  return buffer.writeInt32BE(bytes, offset);
}
