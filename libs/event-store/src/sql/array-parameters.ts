/*
 * Whole columns as parameters. Numbers and UUIDs need no quoting in an array's text form. Texts do, JSON most of all,
 * and both sides would spend more on it than on all the rest: those go in the binary form, whose layout is
 * array_send's (arrayfuncs.c), as a Buffer, which pg sends as it is.
 */
const OID = { text: 25, json: 114 };
const DIMENSIONLESS_BYTES = 12;
const HEADER_BYTES = 20;

/** int[], bigint[] or uuid[]. */
export function plainArray(values: readonly (number | string | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

export function textArray(values: readonly string[]): Buffer {
  return stringArray(OID.text, values);
}

export function jsonArray(values: readonly string[]): Buffer {
  return stringArray(OID.json, values);
}

function stringArray(oid: number, values: readonly string[]): Buffer {
  const lengths = values.map((value) => Buffer.byteLength(value));
  const buffer = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, HEADER_BYTES));
  let offset = writeHeader(buffer, oid, values.length);
  values.forEach((value, index) => {
    offset = buffer.writeInt32BE(lengths[index] ?? 0, offset);
    offset += buffer.write(value, offset);
  });
  return buffer.subarray(0, offset);
}

/** Dimensions, a flag for nulls, the element's type; then the one dimension's length and lower bound, if there is any element. */
function writeHeader(buffer: Buffer, oid: number, length: number): number {
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(0, 4);
  buffer.writeInt32BE(oid, 8);
  if (length === 0) return DIMENSIONLESS_BYTES;
  buffer.writeInt32BE(length, 12);
  return buffer.writeInt32BE(1, 16);
}
