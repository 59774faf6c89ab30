export type EdgarFileErrorCode =
  'notJson' | 'notSubmissions' | 'notShareCounts' | 'notHeader' | 'notCover' | 'unequalColumns' | 'notPressReleases';

/** A file is not what it should be. The message says what was looked for, and what to give instead. */
export class EdgarFileError extends Error {
  constructor(
    readonly code: EdgarFileErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'EdgarFileError';
  }
}
