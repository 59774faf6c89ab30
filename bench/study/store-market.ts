import { BenchmarkAssigned, type NewEvent } from '@streakline/events';
import { rebuild } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { announced } from '../projected/news';
import type { OpenProjected } from '../projected/open-projected';
import { instrumentIdOf, lastSessions, listing } from '../projected/tapes';
import { RandomTape } from '../sizes/random-tape';

export interface StoreMarket {
  readonly instruments: number;
  readonly announcementsEach: number;
  readonly sessions: number;
}

const SESSIONS_A_DELIVERY = 2_500;
const EVENTS_AN_APPEND = 500;

/** Fills an empty store with instruments, their tapes and announcements, and a benchmark for all (number 0); projects it. */
export async function fillStore(
  { store, database }: OpenProjected,
  { instruments, announcementsEach, sessions }: StoreMarket,
): Promise<void> {
  const calendar = lastSessions(sessions);
  for (let number = 0; number <= instruments; number += 1) {
    const id = instrumentIdOf(number);
    const tape = new RandomTape(id, number);
    const deliveries = Array.from({ length: Math.ceil(sessions / SESSIONS_A_DELIVERY) }, (_, part) =>
      tape.delivery(calendar.slice(part * SESSIONS_A_DELIVERY, (part + 1) * SESSIONS_A_DELIVERY)),
    );
    const benchmark = BenchmarkAssigned.create({ instrumentId: id, benchmarkId: instrumentIdOf(0), role: 'market' });
    const events = [listing(id, number), ...deliveries, ...(number === 0 ? [] : [benchmark])];
    await append(store, `${number}`, [...events, ...(number === 0 ? [] : announced(id, calendar, announcementsEach))]);
  }
  await rebuild({ pool: database.pool, store, projection: dossiersProjection });
}

async function append(store: OpenProjected['store'], name: string, events: readonly NewEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += EVENTS_AN_APPEND) {
    const part = events.slice(from, from + EVENTS_AN_APPEND);
    const streams = [{ streamId: `study-${name}-${from}`, expectedVersion: 'none' as const, events: part }];
    const { outcome } = await store.append({ streams });
    if (outcome !== 'appended') throw new Error(`Instrument ${name}: ${outcome}`);
  }
}
