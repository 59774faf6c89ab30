/** Why a file as a whole is no calendar that can be read. */
export type CalendarFileErrorCode =
  'empty' | 'noHeading' | 'noDates' | 'columnTwice' | 'unknownColumn' | 'datesAmbiguous' | 'datesMixed' | 'tooManyRows';

/** A file that cannot be read as a calendar; the message says what, where, and how to mend it. */
export class CalendarFileError extends Error {
  override readonly name = 'CalendarFileError';

  constructor(
    readonly code: CalendarFileErrorCode,
    message: string,
  ) {
    super(message);
  }
}
