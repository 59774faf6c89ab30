import { KEY_PREFIX, ProblemException } from '@streakline/web-api';
import type { Scope } from '../scopes/scope';
import type { CheckedKey } from '../store/api-key-store';

const REALM = 'Bearer realm="streakline"';

/** No key was sent, or not as a Bearer token (RFC 6750). */
export function keyMissing(): ProblemException {
  const detail = `This server asks for an API key. Send it in the header Authorization: Bearer ${KEY_PREFIX}...; streakline keys create makes one.`;
  return unauthorized('keyMissing', detail, REALM);
}

/** Whoever does not know the secret is told nothing of the key. */
export function keyUnknown(): ProblemException {
  return invalidToken(
    'keyUnknown',
    'This API key is not known here. Check that all of it was sent, and to this server.',
  );
}

export function keyRevoked({ id, revokedAt }: CheckedKey): ProblemException {
  const when = revokedAt?.toISOString() ?? '';
  return invalidToken(
    'keyRevoked',
    `The API key ${id} was revoked at ${when}. Ask whoever runs this server for another.`,
  );
}

export function keyExpired({ id, expiresAt }: CheckedKey): ProblemException {
  const when = expiresAt?.toISOString() ?? '';
  return invalidToken('keyExpired', `The API key ${id} expired at ${when}. Ask whoever runs this server for another.`);
}

/** @param needed any one of them; none: nobody has said which key may do this */
export function scopeMissing(needed: readonly Scope[], has: readonly Scope[]): ProblemException {
  const detail =
    needed.length === 0
      ? 'No scope is declared for this route, and so no API key reaches it.'
      : `This takes an API key with the scope ${needed.join(' or ')}; the one sent has ${has.join(', ')}.`;
  const scope = needed.length === 0 ? '' : `, scope="${needed.join(' ')}"`;
  const headers = { 'WWW-Authenticate': `${REALM}, error="insufficient_scope"${scope}` };
  return new ProblemException(403, { code: 'scopeMissing', detail, needed, has, headers });
}

/** @param headers of the limit that was reached, Retry-After among them */
export function rateLimited(headers: Readonly<Record<string, string>>, what: string): ProblemException {
  const seconds = headers['Retry-After'] ?? '1';
  const detail = `${what} Ask again in ${seconds} s, as the header Retry-After says.`;
  return new ProblemException(429, { code: 'rateLimited', detail, headers });
}

function invalidToken(code: string, detail: string): ProblemException {
  return unauthorized(code, detail, `${REALM}, error="invalid_token"`);
}

function unauthorized(code: string, detail: string, challenge: string): ProblemException {
  return new ProblemException(401, { code, detail, headers: { 'WWW-Authenticate': challenge } });
}
