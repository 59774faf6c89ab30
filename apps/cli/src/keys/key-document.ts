import type { ApiKey } from '@streakline/api-keys';

export type KeyState = 'active' | 'expired' | 'revoked';

/** A key as `--json` tells it; instants as in the API. */
export function documentOf(key: ApiKey, now: number) {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = key;
  return {
    ...{ id, name, scopes, state: stateOf(key, now) },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

export function stateOf({ expiresAt, revokedAt }: ApiKey, now: number): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt.getTime() <= now ? 'expired' : 'active';
}
