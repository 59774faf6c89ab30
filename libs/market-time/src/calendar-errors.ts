/** No exchange of that MIC is known here. */
export class UnknownExchangeError extends Error {
  override readonly name = 'UnknownExchangeError';

  constructor(
    readonly mic: string,
    readonly known: readonly string[],
  ) {
    super(`No exchange with the MIC ${JSON.stringify(mic)} is known. Use one of ${known.join(', ')} (in capitals).`);
  }
}

/** The answer needs a session, or a date, beyond the years that an exchange's calendar covers. */
export class OutsideCoverageError extends Error {
  override readonly name = 'OutsideCoverageError';

  constructor(
    readonly mic: string,
    readonly coverage: { readonly from: string; readonly to: string },
    /** What was asked: a date, an instant, "the session before 1990-01-02"... */
    readonly asked: string,
  ) {
    super(
      `The calendar of ${mic} covers ${coverage.from} to ${coverage.to}, and ${asked} lies outside of it. ` +
        'Ask inside these years, or add years to its table in libs/market-time/src/exchanges.',
    );
  }
}

/** The exchange was closed all day. */
export class NotASessionError extends Error {
  override readonly name = 'NotASessionError';

  constructor(
    readonly mic: string,
    readonly date: string,
    /** Why it was closed. */
    readonly reason: string,
    /** The sessions around it, as far as they are covered. */
    readonly nearest: readonly string[],
  ) {
    super(`${date} is no session of ${mic} (${reason}). Use a session, such as ${nearest.join(' or ')}.`);
  }
}

/** The text is not a date of the calendar, written YYYY-MM-DD. */
export class NotADateError extends Error {
  override readonly name = 'NotADateError';

  constructor(readonly text: string) {
    super(`${JSON.stringify(text)} is not a date. Write YYYY-MM-DD, for a day that exists.`);
  }
}
