/**
 * - `cutShort`: the file does not end with its last line;
 * - `altered`: its bytes do not hash to what its last line says, or a line is not what it should be;
 * - `foreign`: another format than this release reads, or events that it does not know how to read;
 * - `otherEvents`: the store holds other events than the file at the same positions;
 * - `gap`: the store does not reach up to the first event of the file;
 * - `moved`: something else appended to the store meanwhile;
 * - `noEvents`: the range to export holds none;
 * - `exists`: the file to write is there already.
 */
export type ArchiveErrorCode =
  'cutShort' | 'altered' | 'foreign' | 'otherEvents' | 'gap' | 'moved' | 'noEvents' | 'exists';

/** Why an archive cannot be written, read or imported: what is wrong, where, and what to do. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';

  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
