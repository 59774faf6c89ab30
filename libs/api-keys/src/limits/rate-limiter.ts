import { TokenBucket } from './token-bucket';

/** What was said to a request, and what its answer tells of it. */
export interface Allowance {
  readonly allowed: boolean;
  /** `RateLimit-Policy` and `RateLimit`; where it was refused, `Retry-After` too. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface RateLimiterOptions {
  /** Of the policy, as the headers tell it. */
  readonly name: string;
  /** For each of those who share none. */
  readonly perMinute: number;
  /** Of whom it is kept at most; who came longest ago is forgotten first, and starts anew. */
  readonly most: number;
  /** Milliseconds; for tests. */
  readonly clock?: () => number;
}

const WINDOW_SECONDS = 60;

/**
 * A bucket for each key or address, in this process. Its headers are those of draft-ietf-httpapi-ratelimit-headers-11
 * (May 2026): `"default";q=6000;w=60` and `"default";r=5999;t=60`, where t is the time over which the r that are left last
 * at the policy's pace (its section 8.5: r over t must invite no burst), and at r=0 the time until the next.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, TokenBucket>();
  private readonly policy: string;
  private readonly clock: () => number;

  constructor(private readonly options: RateLimiterOptions) {
    this.policy = `"${options.name}";q=${options.perMinute};w=${WINDOW_SECONDS}`;
    this.clock = options.clock ?? (() => performance.now());
  }

  take(whose: string): Allowance {
    const now = this.clock();
    const bucket = this.bucketOf(whose, now);
    const allowed = bucket.take(now);
    const { left, secondsToNext } = bucket;
    const { name, perMinute } = this.options;
    const window = left > 0 ? Math.ceil((left * WINDOW_SECONDS) / perMinute) : Math.max(1, secondsToNext);
    const headers = { 'RateLimit-Policy': this.policy, RateLimit: `"${name}";r=${left};t=${window}` };
    return allowed ? { allowed, headers } : { allowed, headers: { ...headers, 'Retry-After': String(window) } };
  }

  private bucketOf(whose: string, now: number): TokenBucket {
    const bucket = this.buckets.get(whose) ?? new TokenBucket(this.options.perMinute, now);
    // Put back last: a Map keeps the order in which they came.
    this.buckets.delete(whose);
    this.buckets.set(whose, bucket);
    if (this.buckets.size > this.options.most) {
      const [oldest] = this.buckets.keys();
      if (oldest !== undefined) this.buckets.delete(oldest);
    }
    return bucket;
  }
}
