import type { FirstDate } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';

/** The earliest date of each instrument's and announcement's news, as it stood after each event that brought an earlier one. */
export const firstFactsTable: Table = {
  name: 'first_facts',
  columns: { key: 'text', position: 'bigint', date: 'date' },
  primaryKey: ['key', 'position'],
  indexes: [{ columns: ['date', 'position'] }],
};

export function firstFactRows(key: string, dates: readonly FirstDate[]): readonly Row[] {
  return dates.map(({ position, date }) => ({ key, position, date }));
}
