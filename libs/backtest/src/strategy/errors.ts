/** What went wrong, for programs; the message says where and how to mend it. */
export type BacktestErrorCode =
  /** The definition of a strategy is no definition: no name, a handler that is no function. */
  | 'badDefinition'
  /** A parameter that the strategy has not, or of another type than its default. */
  | 'badParams'
  | 'badSettings'
  /** A price on record that is no price: NaN, infinite, zero or less. */
  | 'badPrice'
  | 'unknownInstrument'
  | 'badOrder'
  /** A question about the future: a negative number of sessions ago. */
  | 'lookAhead'
  /** A handler answered a promise: what it does later would be outside the replay. */
  | 'asyncHandler'
  /** Whatever else a handler threw. */
  | 'strategyThrew'
  /** A call that did not return in time (told by whoever runs the engine). */
  | 'timeLimit';

/** Any failure that this library expects. */
export class BacktestError extends Error {
  override readonly name: string = 'BacktestError';

  constructor(
    readonly code: BacktestErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** A strategy asked for, or ordered, what cannot be. */
export class StrategyError extends BacktestError {
  override readonly name: string = 'StrategyError';
}

/** A strategy asked about the future. */
export class LookAheadError extends StrategyError {
  override readonly name = 'LookAheadError';

  constructor(sessionsAgo: number) {
    super(
      'lookAhead',
      `${sessionsAgo} sessions ago would be the future: count back from 0, the newest known bar, in whole numbers.`,
    );
  }
}

/** A setting of the run is out of its range, or names what the market has not. */
export class SettingsError extends BacktestError {
  override readonly name = 'SettingsError';

  constructor(
    /** As in BacktestSettings; of costs `costs.borrowRate`. */
    readonly field: string,
    message: string,
  ) {
    super('badSettings', `${field}: ${message}`);
  }
}

/** The data on record cannot be replayed. */
export class MarketError extends BacktestError {
  override readonly name = 'MarketError';
}
