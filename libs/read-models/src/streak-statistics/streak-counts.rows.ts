import { type Dossier, type Known, newestPosition, runSpansOf } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';
import { countSigns, type SignCounts, type Signs } from '@streakline/streak-statistics';

/**
 * How often each tape's closes fell, stood still and rose, and what followed what: what a scan over all of them needs.
 * They hold at every past moment from `position` and `public_by` (epoch milliseconds) on.
 */
export const streakCountsTable: Table = {
  name: 'streak_counts',
  columns: { instrument_id: 'text', sessions: 'integer', position: 'bigint', public_by: 'bigint', counts: 'json' },
  primaryKey: ['instrument_id'],
};

export function streakCountRows(known: Known, dossier: Dossier): readonly Row[] {
  const counts = countsOf(known);
  if (counts.sessions === 0) return [];
  const { instrumentId, names, table, barKnownAt } = known;
  const moves = names.map(({ from }) => (from === null ? 0 : table.eveOf(from)));
  const publicBy = barKnownAt.reduce((latest, at) => Math.max(latest, at), Math.max(...moves));
  const holds = { position: newestPosition(dossier), public_by: publicBy };
  return [{ instrument_id: instrumentId, sessions: counts.sessions, ...holds, counts }];
}

export function countsOf(known: Known): SignCounts {
  return countSigns(movesOf(known));
}

/** The moves of a tape from its second bar on: the first has no close before it. */
export function movesOf(known: Known): Signs {
  const { spans, spanOf } = runSpansOf(known);
  return Int8Array.from(spanOf.subarray(1), (span) => spans[span]?.sign ?? 0);
}
