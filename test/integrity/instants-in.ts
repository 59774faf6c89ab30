import type { RecordedEvent } from '@streakline/events';
import { exchange } from '@streakline/market-time';

const newYork = exchange('XNAS');

/**
 * The instants of the past at which what is told may have become public, in order: those that events name, and of each
 * date its open, its close and its end. A millisecond before or after one of them decides.
 */
export function instantsIn(events: readonly RecordedEvent[]): readonly number[] {
  const instants = new Set<number>();
  for (const { knownAt, data } of events) {
    instants.add(knownAt);
    const { sessions, ...others } = data as { readonly sessions?: readonly string[] };
    const text = JSON.stringify([others, sessions?.[0], sessions?.at(-1)]);
    for (const [instant] of text.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)) instants.add(Date.parse(instant));
    for (const [, date = ''] of text.matchAll(/"(\d{4}-\d\d-\d\d)"/g))
      for (const instant of ofDate(date)) instants.add(instant);
  }
  const aWhileAgo = Date.now() - 60_000;
  return [...instants].filter((instant) => instant < aWhileAgo).sort((a, b) => a - b);
}

function ofDate(date: string): readonly number[] {
  const ends = [newYork.endOfDate(date), Date.parse(`${date}T23:59:59.999-12:00`)];
  if (!newYork.isSession(date)) return ends;
  const { open, close } = newYork.hours(date);
  return [open, close, ...ends];
}
