import type { ReadView } from '@streakline/projections';

/**
 * Whether an instrument's issuer has other listed classes. Stored rows lack what rests on those tapes: whoever finds a
 * figure of the company missing asks this, and then computes it from `Tapes`.
 */
export async function hasOtherClasses({ client, schema }: ReadView, instrumentId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM ${schema}.instruments, json_array_elements(details->'shareClasses') AS classes
      WHERE instrument_id = $1 AND json_array_length(classes->'listed') > 0 LIMIT 1`,
    [instrumentId],
  );
  return rowCount !== 0;
}
