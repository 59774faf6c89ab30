import type { Run } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';

/** Every run of every tape: one of falling or rising closes has but one start. */
export const priceStreaksTable: Table = {
  name: 'price_streaks',
  columns: { instrument_id: 'text', start: 'date', direction: 'text', length: 'integer', run: 'json' },
  primaryKey: ['instrument_id', 'start'],
};

export function priceStreakRows(instrumentId: string, runs: readonly Run[]): readonly Row[] {
  return runs.map((run) => ({
    instrument_id: instrumentId,
    start: run.start,
    direction: run.direction,
    length: run.length,
    run,
  }));
}
