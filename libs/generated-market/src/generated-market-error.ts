/** Why a market was not made, or not written. */
export class GeneratedMarketError extends Error {
  constructor(
    readonly code: 'invalidOption' | 'anotherMarket',
    message: string,
  ) {
    super(message);
    this.name = 'GeneratedMarketError';
  }
}
