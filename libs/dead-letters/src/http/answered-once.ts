import { createHash } from 'node:crypto';
import { inTransaction } from '@streakline/database';
import { type CommandContext, refuse, type Refusal } from '@streakline/event-store';
import type { Pool } from 'pg';

type Idempotency = NonNullable<CommandContext['idempotency']>;

/**
 * Does something once for an Idempotency-Key: told again, the first answer comes back; told with something else, a
 * refusal. The same key at the same time waits for the first. What throws is not remembered: it may be tried again.
 */
export async function answeredOnce<Answer extends object>(
  pool: Pool,
  idempotency: Idempotency,
  work: () => Promise<Answer>,
): Promise<Answer | Refusal> {
  const hash = createHash('sha256').update(idempotency.key).digest('hex');
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'INSERT INTO dead_letters.answers (key_hash, fingerprint) VALUES ($1, $2) ON CONFLICT (key_hash) DO NOTHING',
      [hash, idempotency.fingerprint],
    );
    if (rowCount === 1) {
      const answer = await work();
      await client.query('UPDATE dead_letters.answers SET answer = $2 WHERE key_hash = $1', [
        hash,
        JSON.stringify(answer),
      ]);
      return answer;
    }
    const { rows } = await client.query<{ fingerprint: string; answer: Answer }>(
      'SELECT fingerprint, answer FROM dead_letters.answers WHERE key_hash = $1',
      [hash],
    );
    const [known] = rows;
    if (known?.fingerprint === idempotency.fingerprint) return known.answer;
    const detail = 'This Idempotency-Key was used for another request: draw a new key for each request.';
    return refuse('conflict', 'idempotencyKeyReused', detail);
  });
}
