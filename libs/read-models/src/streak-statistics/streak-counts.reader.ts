import type { ReadView } from '@streakline/projections';
import type { SignCounts } from '@streakline/streak-statistics';

/** The counts of every tape on record; null while the rows that serve are from before there were any (a rebuild is under way). */
export async function readStreakCounts({ client, schema }: ReadView): Promise<readonly SignCounts[] | null> {
  const { rows: found } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.streak_counts`,
  ]);
  if (found[0]?.there !== true) return null;
  const { rows } = await client.query<{ counts: SignCounts }>(
    `SELECT counts FROM ${schema}.streak_counts ORDER BY instrument_id`,
  );
  return rows.map(({ counts }) => counts);
}
