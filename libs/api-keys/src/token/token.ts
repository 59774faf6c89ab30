import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { KEY_PREFIX } from '@streakline/web-api';

const ID_BYTES = 6;
const SECRET_BYTES = 32;
/** Hexadecimal throughout: a double click takes all of it. */
const TOKEN = new RegExp(`^${KEY_PREFIX}([0-9a-f]{${ID_BYTES * 2}})_([0-9a-f]{${SECRET_BYTES * 2}})$`);
const ID_IN_TOKEN = new RegExp(`^(?:${KEY_PREFIX})?([0-9a-f]{${ID_BYTES * 2}})(?:_[0-9a-f]*)?$`);

/** What a caller shows: which key it is, and the secret that proves it. */
export interface Token {
  /** 12 hexadecimal digits; no secret. */
  readonly id: string;
  /** 64 hexadecimal digits. */
  readonly secret: string;
}

/** Draws a key at random: 48 bits of id, 256 bits of secret. */
export function drawToken(): Token {
  return { id: randomBytes(ID_BYTES).toString('hex'), secret: randomBytes(SECRET_BYTES).toString('hex') };
}

/** As people carry it: `slk_<id>_<secret>`, 81 characters. The prefix is what scanners of leaked secrets look for. */
export function writeToken({ id, secret }: Token): string {
  return `${KEY_PREFIX}${id}_${secret}`;
}

/** Undefined where the text is no key, however long it is. */
export function readToken(text: string): Token | undefined {
  const [, id, secret] = TOKEN.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** The id, given alone or as part of a key (who found one leaked has only that); undefined where it is neither. */
export function idIn(text: string): string | undefined {
  return ID_IN_TOKEN.exec(text)?.[1];
}

/**
 * What is kept of a secret: its SHA-256, 32 bytes. A slow hash (bcrypt, scrypt, Argon2) makes it dear to guess passwords,
 * which are drawn from few; of 2^256 secrets drawn at random nobody guesses one at any price, and every request would pay.
 */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** In a time that does not tell where two hashes differ. */
export function isSameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
