import type { RecordedEvent } from '@streakline/events';
import type { Pool } from 'pg';
import { DATA_COLUMN, eventOf, type EventRow } from './row';
import type { Upcast } from './upcasting';

export interface SelectedEvents {
  readonly events: readonly RecordedEvent[];
  /** Characters of data, for those who bound what they take at once. */
  readonly size: number;
}

/** Runs a SELECT of the event columns; the statement is prepared under its name. */
export async function selectEvents(
  pool: Pool,
  upcast: Upcast,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<SelectedEvents> {
  const { rows } = await pool.query<EventRow>({ name, text, values: [...values], rowMode: 'array' });
  let size = 0;
  const events = rows.map((row) => {
    size += row[DATA_COLUMN].length;
    return upcast(eventOf(row));
  });
  return { events, size };
}
