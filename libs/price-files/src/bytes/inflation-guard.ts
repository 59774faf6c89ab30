import { PriceFileError } from '../price-file-error';

/** Rows of prices pack five to fifteen times smaller; nothing honest comes near this. */
const MOST_TIMES_LARGER = 200;
/** Below this much text even a bomb harms nobody. */
const ALWAYS_ALLOWED = 32 * 2 ** 20;

/** Refuses what grows out of all proportion when it is unpacked (a decompression bomb). */
export function guardInflation(file: string, packed: number, unpacked: number): void {
  if (unpacked <= ALWAYS_ALLOWED || unpacked <= packed * MOST_TIMES_LARGER) return;
  throw new PriceFileError(
    'bomb',
    file,
    `It unpacks to more than ${MOST_TIMES_LARGER} times its size, as no file of prices does. If it is honest, unpack it and import the text.`,
  );
}
