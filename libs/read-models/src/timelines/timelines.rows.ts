import type { TimelineEntry } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';

/** What happened to each instrument, in the order in which it became known. */
export const timelineTable: Table = {
  name: 'timeline',
  columns: { instrument_id: 'text', at: 'bigint', kind: 'text', ref: 'text', session: 'date', entry: 'json' },
  primaryKey: ['instrument_id', 'at', 'kind', 'ref'],
};

export function timelineRows(instrumentId: string, entries: readonly TimelineEntry[]): readonly Row[] {
  return entries.map((entry) => ({
    instrument_id: instrumentId,
    at: entry.at,
    kind: entry.kind,
    ref: entry.ref,
    session: entry.session,
    entry,
  }));
}
