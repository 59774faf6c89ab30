import { scopes } from '../scopes/scope';
import type { CheckedKey } from '../store/api-key-store';
import { drawToken, hashOf, writeToken } from './token';

/** Draws a key for a process that is both server and client: it may do everything there, and is known nowhere else. */
export function drawOwnKey(): { readonly key: CheckedKey; readonly token: string } {
  const token = drawToken();
  const asAnyOther = {
    id: token.id,
    name: 'own',
    scopes,
    hash: hashOf(token.secret),
    expiresAt: null,
    revokedAt: null,
  };
  return { key: { ...asAnyOther, own: true }, token: writeToken(token) };
}
