import { randomUUID } from 'node:crypto';
import type { NewEvent, RecordedEvent } from '@streakline/events';
import type { EventStore } from '@streakline/event-store';

/** An event of a type that no catalogue knows, so that it passes unchanged. */
export function anEvent(overrides: Partial<NewEvent> = {}): NewEvent {
  return { type: 'SomethingHappened', typeVersion: 1, data: { what: 'something' }, keys: [], ...overrides };
}

/** A stream that no other test writes. */
export function aStream(): string {
  return `test-${randomUUID()}`;
}

/** Everything after a position, joined. */
export async function collect(store: EventStore, after = 0): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const batch of store.readAll({ after })) events.push(...batch);
  return events;
}

const PATIENCE_MS = 30_000;
const PAUSE_MS = 5;

/**
 * Waits until a condition holds; fails, saying which, when `patienceMs` are over (default: half a minute). Looks every
 * `pauseMs`: more than the default where looking costs something.
 */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  { patienceMs = PATIENCE_MS, pauseMs = PAUSE_MS }: { readonly patienceMs?: number; readonly pauseMs?: number } = {},
): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await condition());) {
    if (Date.now() > end) throw new Error(`waited ${patienceMs / 1000} s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
