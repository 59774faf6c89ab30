/**
 * Lets through as many as it holds at once, and after that as many as come in: a burst is taken, a flood is not. Times are
 * milliseconds of any clock that never runs backwards.
 */
export class TokenBucket {
  private tokens: number;

  /** @param perMinute what it holds, and what comes in within a minute */
  constructor(
    private readonly perMinute: number,
    private filledAt: number,
  ) {
    this.tokens = perMinute;
  }

  /** Takes one where there is one. */
  take(now: number): boolean {
    this.fill(now);
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** How many could be taken now. */
  get left(): number {
    return Math.floor(this.tokens);
  }

  /** Whole seconds until there is one again; 0 where there is. */
  get secondsToNext(): number {
    return this.tokens >= 1 ? 0 : Math.ceil(((1 - this.tokens) * 60) / this.perMinute);
  }

  private fill(now: number): void {
    this.tokens = Math.min(this.perMinute, this.tokens + ((now - this.filledAt) * this.perMinute) / 60_000);
    this.filledAt = now;
  }
}
