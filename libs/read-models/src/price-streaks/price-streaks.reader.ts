import type { Direction, Run } from '@streakline/dossiers';
import type { ReadView } from '@streakline/projections';

export interface StreakFilter {
  readonly direction?: Direction | undefined;
  readonly minLength: number;
  /** Only runs that start after this session. */
  readonly after: string | null;
}

/** An instrument's runs, oldest first. */
export async function readStreaks(
  view: ReadView,
  instrumentId: string,
  filter: StreakFilter,
  limit: number,
): Promise<readonly Run[]> {
  const { rows } = await view.client.query<{ run: Run }>(
    `SELECT run FROM ${view.schema}.price_streaks
      WHERE instrument_id = $1 AND ($2::text IS NULL OR direction = $2) AND length >= $3 AND ($4::date IS NULL OR start > $4)
      ORDER BY start LIMIT $5`,
    [instrumentId, filter.direction ?? null, filter.minLength, filter.after, limit],
  );
  return rows.map(({ run }) => run);
}
