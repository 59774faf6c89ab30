import { createHash } from 'node:crypto';
import { type CommandContext, refuse, type Refusal } from '@streakline/event-store';
import type { Pool, PoolClient } from 'pg';

export type Idempotency = NonNullable<CommandContext['idempotency']>;

interface Remembered {
  readonly fingerprint: string;
  readonly id: string;
}

/** The id of the study that a key asked for, undefined for a new key, a refusal where it was sent with something else. */
export async function askedBefore(pool: Pool, idempotency: Idempotency): Promise<string | Refusal | undefined> {
  const { rows } = await pool.query<Remembered>(
    'SELECT fingerprint, study_id AS id FROM studies.idempotency_keys WHERE key_hash = $1',
    [hashOf(idempotency)],
  );
  const [known] = rows;
  if (known === undefined) return undefined;
  return known.fingerprint === idempotency.fingerprint ? known.id : reused();
}

/** Stores what a key asks for; false where another request with the same key came first, whose answer then counts. */
export async function rememberKey(client: PoolClient, idempotency: Idempotency, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO studies.idempotency_keys (key_hash, fingerprint, study_id) VALUES ($1, $2, $3)
     ON CONFLICT (key_hash) DO NOTHING`,
    [hashOf(idempotency), idempotency.fingerprint, id],
  );
  return rowCount === 1;
}

function hashOf({ key }: Idempotency): string {
  return createHash('sha256').update(key).digest('hex');
}

function reused(): Refusal {
  return refuse(
    'conflict',
    'idempotencyKeyReused',
    'This Idempotency-Key was used for another request: draw a new key for each request.',
  );
}
