import { setTimeout as wait } from 'node:timers/promises';
import type { NextFunction, Request, Response } from 'express';
import { type AuditLog, auditWrites } from '../audit/audit-writes';
import type { Keyring } from '../keyring/keyring';
import { RateLimiter } from '../limits/rate-limiter';
import type { Scope } from '../scopes/scope';
import type { CheckedKey } from '../store/api-key-store';
import { addressGroup } from './address-group';
import { admit, identify } from './admitted';
import { areaOf } from './area';
import { keyExpired, keyMissing, keyRevoked, keyUnknown, rateLimited, scopeMissing } from './key-problems';
import { OpenAnswers } from './open-answers';

export interface GateOptions {
  readonly keyring: Keyring;
  /** Whether whoever reaches this process needs no key for as long as there is none: loopback, or a trusted network. */
  readonly openWithoutKeys: boolean;
  /** Requests a minute that each key may make in this process; 0: as many as it likes. */
  readonly rateLimit: number;
  readonly log: AuditLog;
}

/** Wrong keys that an address may show within a minute. */
const WRONG_KEYS = 60;
/** Addresses of which that is kept: some megabytes. */
const MOST_ADDRESSES = 10_000;
const MOST_KEYS = 10_000;
/** Milliseconds. Figures are wanted most when the database hangs: then the keys last read serve. */
const METRICS_PATIENCE = 1_000;
const METRICS_SCOPES: readonly Scope[] = ['read', 'operate'];

/**
 * Stands before every request, bodies included: who has no right to ask is not read. What a key may do is judged by the
 * ScopeGuard, once the route is known.
 */
export class Gate {
  private readonly limiter: RateLimiter | undefined;
  private readonly wrongKeys = new RateLimiter({ name: 'wrong-keys', perMinute: WRONG_KEYS, most: MOST_ADDRESSES });
  private readonly openAnswers: OpenAnswers;

  constructor(private readonly options: GateOptions) {
    this.openAnswers = new OpenAnswers(options.keyring);
    const { rateLimit } = options;
    if (rateLimit > 0) this.limiter = new RateLimiter({ name: 'default', perMinute: rateLimit, most: MOST_KEYS });
  }

  readonly handle = (request: Request, response: Response, next: NextFunction): void => {
    const area = areaOf(request.path);
    if (area === 'open') return next();
    if (area === 'api') auditWrites(request, response, this.options.log, () => this.keysNeeded);
    const refreshing = this.options.keyring.refresh();
    if (refreshing === undefined) return this.admit(request, response, next);
    // Without fresh keys nobody is let in: nothing could be answered then either.
    const known =
      area === 'api'
        ? refreshing
        : Promise.race([refreshing, wait(METRICS_PATIENCE, undefined, { ref: false })]).catch(() => undefined);
    known.then(() => this.admit(request, response, next)).catch(next);
  };

  /** Whether a key is needed for what is not open to all. */
  private get keysNeeded(): boolean {
    return this.options.keyring.inForce || !this.options.openWithoutKeys;
  }

  private admit(request: Request, response: Response, next: NextFunction): void {
    if (!this.keysNeeded) {
      admit(request, null);
      return next();
    }
    const key = this.authenticate(request);
    this.limit(key, response);
    this.options.keyring.noteUse(key);
    if (areaOf(request.path) === 'metrics' && !METRICS_SCOPES.some((scope) => key.scopes.includes(scope)))
      throw scopeMissing(METRICS_SCOPES, key.scopes);
    admit(request, key);
    this.openAnswers.add(response, key);
    next();
  }

  private authenticate(request: Request): CheckedKey {
    const { authorization } = request.headers;
    const [, text] = /^bearer +(\S.*)$/i.exec(authorization ?? '') ?? [];
    if (text === undefined) throw keyMissing();
    const verdict = this.options.keyring.check(text.trimEnd());
    if (verdict.is !== 'unknown') identify(request, verdict.key);
    if (verdict.is === 'valid') return verdict.key;
    // After the judgement: whoever shares an address with one who guesses, and has a key, is let in.
    const { allowed, headers } = this.wrongKeys.take(addressGroup(request.socket.remoteAddress));
    if (!allowed) throw rateLimited(headers, 'Too many wrong API keys came from this address.');
    if (verdict.is === 'unknown') throw keyUnknown();
    throw verdict.is === 'revoked' ? keyRevoked(verdict.key) : keyExpired(verdict.key);
  }

  private limit({ id }: CheckedKey, response: Response): void {
    if (this.limiter === undefined) return;
    const { allowed, headers } = this.limiter.take(id);
    if (!allowed) throw rateLimited(headers, 'This API key has made too many requests.');
    response.set(headers);
  }
}
