/** What a figure of this lib cannot be computed from: a mistake of the caller, never of the market. */
export class StreakStatisticsError extends Error {
  constructor(
    readonly code: 'invalidLength' | 'invalidProbability' | 'invalidTape' | 'invalidOption' | 'nothingToCompare',
    message: string,
  ) {
    super(message);
    this.name = 'StreakStatisticsError';
  }
}
