import type { ApiKeyStore, CheckedKey } from '../store/api-key-store';
import { hashOf, isSameHash, readToken } from '../token/token';

/** What a token turned out to be. A wrong secret is `unknown`, whatever became of the key that it names. */
export type Verdict =
  { readonly is: 'valid' | 'revoked' | 'expired'; readonly key: CheckedKey } | { readonly is: 'unknown' };

/** Milliseconds that what was read is believed: so long a revoked key goes on to work, in any process. */
const FRESH_FOR = 1_000;
/** Milliseconds. */
const NOTE_USE_EVERY = 60_000;
const UNKNOWN: Verdict = { is: 'unknown' };

/**
 * The keys of a process, held in memory: checking one asks nothing of the database. All of them are read again by the
 * first request a second or more after the last reading, so that an idle process asks nothing, and a busy one once a
 * second however many unknown keys it is shown.
 */
export class Keyring {
  private keys: ReadonlyMap<string, CheckedKey> = new Map();
  private readAt = -Infinity;
  private reading: Promise<void> | undefined;
  private seen = false;
  private readonly usedAt = new Map<string, number>();

  /** @param own keys of this process alone, which are on no record */
  constructor(
    private readonly store: Pick<ApiKeyStore, 'checked' | 'noteUse'>,
    private readonly own: readonly CheckedKey[] = [],
  ) {}

  /**
   * Whether a key is needed: true from the moment on at which one was seen that is not revoked. It stays so for as long as
   * the process lives: revoking the last key, or its expiry, opens nothing.
   */
  get inForce(): boolean {
    return this.seen;
  }

  /** Reads the keys again where they are no longer fresh; undefined where they are. Rejects as the database does. */
  refresh(): Promise<void> | undefined {
    if (performance.now() - this.readAt < FRESH_FOR) return undefined;
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return this.reading;
  }

  /** Judges a token by the keys as they were last read. */
  check(text: string): Verdict {
    const token = readToken(text);
    if (token === undefined) return UNKNOWN;
    const key = this.keys.get(token.id);
    if (key === undefined || !isSameHash(key.hash, hashOf(token.secret))) return UNKNOWN;
    if (key.revokedAt !== null) return { is: 'revoked', key };
    return { is: isExpired(key) ? 'expired' : 'valid', key };
  }

  /** Whether a key that was shown before is still good, as the keys were last read. */
  isGood({ id }: CheckedKey): boolean {
    const key = this.keys.get(id);
    return key !== undefined && key.revokedAt === null && !isExpired(key);
  }

  /** Remembers, once a minute, that a key was used. It waits for nothing: a note that is lost is lost. */
  noteUse({ id, own }: CheckedKey): void {
    if (own === true) return;
    const now = performance.now();
    if (now - (this.usedAt.get(id) ?? -Infinity) < NOTE_USE_EVERY) return;
    this.usedAt.set(id, now);
    this.store.noteUse(id).catch(() => this.usedAt.delete(id));
  }

  private async read(): Promise<void> {
    // Before the question: what is revoked while it is on its way is not in the answer.
    const asked = performance.now();
    const kept = await this.store.checked();
    this.keys = new Map([...kept, ...this.own].map((key) => [key.id, key]));
    this.seen ||= kept.some(({ revokedAt }) => revokedAt === null);
    this.readAt = asked;
  }
}

function isExpired({ expiresAt }: CheckedKey): boolean {
  return expiresAt !== null && expiresAt.getTime() <= Date.now();
}
