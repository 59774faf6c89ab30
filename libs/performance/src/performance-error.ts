/** What a figure of this lib cannot be computed from: a mistake of the caller, never of the market. */
export class PerformanceError extends Error {
  constructor(
    readonly code: 'invalidSeries' | 'invalidOption' | 'invalidTrials',
    message: string,
  ) {
    super(message);
    this.name = 'PerformanceError';
  }
}
