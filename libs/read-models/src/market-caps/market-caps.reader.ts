import type { MarketCap } from '@streakline/dossiers';
import type { ReadView } from '@streakline/projections';
import type { SessionRange } from '../range-query';
import { type MarketCapColumns, marketCapsFrom } from './market-caps.rows';

/** An instrument's market caps from all years that a range touches, oldest first. */
export async function readMarketCaps(
  view: ReadView,
  instrumentId: string,
  range: SessionRange,
  after: string | null,
): Promise<readonly MarketCap[]> {
  const first = [range.from, after ?? undefined]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  const { rows } = await view.client.query<{ caps: MarketCapColumns }>(
    `SELECT caps FROM ${view.schema}.market_caps
      WHERE instrument_id = $1 AND ($2::int IS NULL OR year >= $2) AND ($3::int IS NULL OR year <= $3)
      ORDER BY year`,
    [instrumentId, yearOf(first), yearOf(range.to)],
  );
  return rows.flatMap(({ caps }) => marketCapsFrom(caps));
}

function yearOf(date: string | undefined): number | null {
  return date === undefined ? null : Number(date.slice(0, 4));
}
