export type EdgarImportErrorCode =
  'noFiles' | 'unreadable' | 'tooLarge' | 'archive' | 'severalIssuers' | 'anotherIssuer' | 'unknownInstrument';

/** Nothing can be imported. The message says what is wrong, where, and how to mend it. */
export class EdgarImportError extends Error {
  constructor(
    readonly code: EdgarImportErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EdgarImportError';
  }
}
