import type { Known } from '@streakline/dossiers';
import { toDay } from '@streakline/market-time';

const remembered = new WeakMap<Known['table'], Int32Array>();

/** Days since 1970-01-01 of all sessions of an exchange, by ordinal. One column for all its instruments. */
export function sessionDays(table: Known['table']): Int32Array {
  let days = remembered.get(table);
  if (days === undefined) remembered.set(table, (days = Int32Array.from(table.sessions, toDay)));
  return days;
}
