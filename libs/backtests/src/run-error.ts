/** Stable: programs switch on it. */
export type RunErrorCode =
  | 'strategyNotFound'
  | 'strategyUnreadable'
  | 'importNotAllowed'
  | 'badStrategy'
  | 'timeLimit'
  | 'badParams'
  | 'badSettings'
  | 'badMarket'
  | 'unknownInstrument'
  | 'positionUnknown'
  | 'emptyMarket'
  | 'outOfMemory';

/** A backtest that cannot be run as it was asked for; the message says what is wrong, where, and how to mend it. */
export class RunError extends Error {
  override readonly name = 'RunError';

  constructor(
    readonly code: RunErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
