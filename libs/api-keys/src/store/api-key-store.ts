import type { Pool } from 'pg';
import type { Scope } from '../scopes/scope';
import { drawToken, hashOf, writeToken } from '../token/token';

/** A key as its owner looks at it; nothing of its secret. */
export interface ApiKey {
  /** 12 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  /** From then on it is refused; null: never. */
  readonly expiresAt: Date | null;
  /** Within a minute, and less where a process was killed; null: never yet. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What a process checks keys by. */
export interface CheckedKey extends Pick<ApiKey, 'id' | 'name' | 'scopes' | 'expiresAt' | 'revokedAt'> {
  readonly hash: Buffer;
  /** Of this process alone, and on no record. */
  readonly own?: true;
}

/** Another key that is not revoked has this name. */
export class KeyNameInUse extends Error {
  override readonly name = 'KeyNameInUse';

  constructor(readonly keyName: string) {
    super(`A key named ${JSON.stringify(keyName)} exists: take another name, or revoke that key first.`);
  }
}

export interface NewKey {
  /** Fit to be read in lists and logs. */
  readonly name: string;
  /** One at least. */
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

const COLUMNS = `id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
  revoked_at AS "revokedAt"`;
const UNIQUE_VIOLATION = '23505';

/** The keys on record. Needs the tables of apiKeysMigrations. */
export class ApiKeyStore {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /**
   * Makes a key. Its token is in the answer, and nowhere else ever again.
   *
   * @throws KeyNameInUse
   */
  async create({ name, scopes, expiresAt }: NewKey): Promise<{ readonly key: ApiKey; readonly token: string }> {
    const token = drawToken();
    const values = [token.id, name, scopes, hashOf(token.secret), expiresAt];
    try {
      const { rows } = await this.pool.query<ApiKey>(
        `INSERT INTO access.api_keys (id, name, scopes, secret_hash, expires_at) VALUES ($1, $2, $3, $4, $5)
         RETURNING ${COLUMNS}`,
        values,
      );
      return { key: rows[0]!, token: writeToken(token) };
    } catch (error) {
      if (isNameTaken(error)) throw new KeyNameInUse(name);
      throw error;
    }
  }

  /** All keys, revoked ones included, oldest first. */
  async list(): Promise<readonly ApiKey[]> {
    const { rows } = await this.pool.query<ApiKey>(`SELECT ${COLUMNS} FROM access.api_keys ORDER BY created_at, id`);
    return rows;
  }

  /** Revokes a key for good; `again` where that was done before. Undefined: there is no such key. */
  async revoke(id: string): Promise<{ readonly key: ApiKey; readonly again: boolean } | undefined> {
    const { rows } = await this.pool.query<ApiKey & { readonly again: boolean }>(
      `UPDATE access.api_keys AS k SET revoked_at = coalesce(k.revoked_at, clock_timestamp())
       FROM (SELECT id AS old_id, revoked_at IS NOT NULL AS again FROM access.api_keys WHERE id = $1 FOR UPDATE) old
       WHERE k.id = old_id RETURNING ${COLUMNS}, again`,
      [id],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const { again, ...key } = row;
    return { key, again };
  }

  /** What keys are checked by: all of them, as a revoked one is told that it is. */
  async checked(): Promise<readonly CheckedKey[]> {
    const { rows } = await this.pool.query<CheckedKey>(
      `SELECT id, name, scopes, expires_at AS "expiresAt", revoked_at AS "revokedAt", secret_hash AS hash
       FROM access.api_keys`,
    );
    return rows;
  }

  /** Notes that a key was used, once a minute at most, whoever else notes it. */
  async noteUse(id: string): Promise<void> {
    await this.pool.query(
      `UPDATE access.api_keys SET last_used_at = clock_timestamp()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 minute')`,
      [id],
    );
  }
}

function isNameTaken(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return false;
  return error.code === UNIQUE_VIOLATION && error.constraint === 'api_keys_by_name';
}
