import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from '../problems/problem-exception';

/** What every API key begins with: people and scanners of leaked secrets know one by it. */
export const KEY_PREFIX = 'slk_';

/** Names under which other APIs take a key in a query; none of this API's parameters is called so. */
const NAMES = new Set(['key', 'token', 'access_token', 'api_key', 'apikey', 'authorization']);
const KEYS = new RegExp(`${KEY_PREFIX}[^/?&#]*`, 'gi');
const REDACTED = '[redacted]';
/** Whether a closer look is worth it. */
const SUSPECT = /key|token|auth|slk|%/i;

/**
 * Refuses an API key in a URL, where it would stay in histories, logs and bookmarks: it is no secret any more, whether or
 * not it was taken there.
 */
export function refuseKeyInUrl(request: Request, _response: Response, next: NextFunction): void {
  const { originalUrl, path } = request;
  if (!SUSPECT.test(originalUrl)) return next();
  const named = /^\/v1(\/|$)/i.test(path) && pairsOf(originalUrl).some(isNamed);
  if (!named && !decoded(originalUrl).toLowerCase().includes(KEY_PREFIX)) return next();
  const detail =
    'A URL must not hold an API key: it stays in histories and logs. Revoke that key (streakline keys revoke), make another, and send it in the header: Authorization: Bearer <key>.';
  next(new ProblemException(400, { code: 'keyInUrl', detail }));
}

/** A URL as it may be logged: whatever may be a key is left out. */
export function withoutKeys(url: string): string {
  if (!SUSPECT.test(url)) return url;
  const at = url.indexOf('?');
  const path = decodedIfKey(at < 0 ? url : url.slice(0, at)).replaceAll(KEYS, `${KEY_PREFIX}${REDACTED}`);
  if (at < 0) return path;
  const pairs = pairsOf(url).map((pair) =>
    isNamed(pair)
      ? `${pair.split('=', 1)[0]!}=${REDACTED}`
      : decodedIfKey(pair).replaceAll(KEYS, `${KEY_PREFIX}${REDACTED}`),
  );
  return `${path}?${pairs.join('&')}`;
}

function pairsOf(url: string): readonly string[] {
  const at = url.indexOf('?');
  return at < 0 ? [] : url.slice(at + 1).split('&');
}

function isNamed(pair: string): boolean {
  return NAMES.has(decoded(pair.split('=', 1)[0]!).toLowerCase());
}

/** As it stands, unless a key hides behind its percent signs. */
function decodedIfKey(text: string): string {
  const plain = decoded(text);
  return plain.toLowerCase().includes(KEY_PREFIX) ? plain : text;
}

/** What cannot be decoded is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
