/**
 * A file as a whole that cannot be read. `code`, camelCase and stable: `unknownFormat`, `ambiguousFormat`,
 * `ambiguousDates`, `mixedDates`, `ambiguousDecimals`, `wrongFormat`, `badColumns`, `empty`, `binary`, `encoding`,
 * `archive`, `bomb`, `endsEarly`, `damaged`, `unreadable`.
 */
export class PriceFileError extends Error {
  constructor(
    readonly code: string,
    readonly file: string,
    /** What is wrong and how to mend it. */
    message: string,
    /** Formats that it could be, where it is ambiguous. */
    readonly candidates: readonly string[] = [],
  ) {
    super(`${file}: ${message}`);
    this.name = 'PriceFileError';
  }
}
