import { type Known, runSpansOf } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';
import { countSigns, type Signs } from '@streakline/streak-statistics';

/** How often each tape's closes fell, stood still and rose, and what followed what: what a scan over all of them needs. */
export const streakCountsTable: Table = {
  name: 'streak_counts',
  columns: { instrument_id: 'text', sessions: 'integer', counts: 'json' },
  primaryKey: ['instrument_id'],
};

export function streakCountRows(known: Known): readonly Row[] {
  const counts = countSigns(movesOf(known));
  return counts.sessions === 0 ? [] : [{ instrument_id: known.instrumentId, sessions: counts.sessions, counts }];
}

/** The moves of a tape from its second bar on: the first has no close before it. */
export function movesOf(known: Known): Signs {
  const { spans, spanOf } = runSpansOf(known);
  return Int8Array.from(spanOf.subarray(1), (span) => spans[span]?.sign ?? 0);
}
