import type { ClientBase } from 'pg';
import { selectRecordedTimes } from '../sql/select-recorded-times';

/** Parallel columns, by position. */
export interface RecordedTimes {
  readonly positions: readonly number[];
  /** Epoch milliseconds. */
  readonly recordedAt: readonly number[];
}

/** When the events that concern some keys were stored, up to a position. */
export async function readRecordedTimes(
  client: ClientBase,
  keys: readonly string[],
  upTo: number,
): Promise<RecordedTimes> {
  const { rows } = await client.query<{ position: string; at: number }>(selectRecordedTimes, [keys, upTo]);
  return { positions: rows.map(({ position }) => Number(position)), recordedAt: rows.map(({ at }) => at) };
}
