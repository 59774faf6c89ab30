import { idOf, type InstrumentId, uuidOf } from '@streakline/events';
import type { EventStore } from '@streakline/event-store';
import { announcementStatements } from './announcement-history';
import { articleStatements } from './article-history';
import { classStatements } from './class-history';
import { RandomSource } from './random-source';
import { benchmark, listing, type Statement, tapeStatements } from './tape-history';

/** A random market: statements of some owners (instruments, announcements, articles), each owner's in an order of their own. */
export type MarketHistory = readonly (readonly Statement[])[];

export function instrumentIdOf(seed: number, number: number): InstrumentId {
  return idOf('ins', ['random', seed, number]);
}

/** The same seed always tells the same history. */
export function marketHistory(seed: number, { instruments = 4, announcements = 6, articles = 4 } = {}): MarketHistory {
  const random = new RandomSource(seed);
  const ids = Array.from({ length: instruments }, (_, number) => instrumentIdOf(seed, number));
  const market = instrumentIdOf(seed, 0);
  return [
    ...ids.map((id, number) => [
      listing(id, `S${number}`),
      ...(number === 0 ? [] : [benchmark(id, market)]),
      ...tapeStatements(random, id),
      ...classStatements(random, id, market),
    ]),
    ...Array.from({ length: announcements }, (_, number) => announcementStatements(random, `${seed}-${number}`, ids)),
    ...Array.from({ length: articles }, (_, number) => articleStatements(random, `${seed}-${number}`, ids)),
  ];
}

/** One order of all statements in which each owner's keep their own. */
export function interleaved(history: MarketHistory, orderSeed: number): readonly Statement[] {
  const random = new RandomSource(orderSeed);
  const queues = history.map((statements) => [...statements]).filter((queue) => queue.length > 0);
  const order: Statement[] = [];
  while (queues.length > 0) {
    const at = random.whole(0, queues.length - 1);
    const next = queues[at]?.shift();
    if (next) order.push(next);
    if (queues[at]?.length === 0) queues.splice(at, 1);
  }
  return order;
}

/** Appends statements one by one, by ids of their own place, so that saying them again stores nothing. Returns the newest position. */
export async function tell(store: EventStore, statements: readonly Statement[]): Promise<number> {
  let position = 0;
  const places = new Map<string, number>();
  for (const { streamId, event } of statements) {
    const place = places.get(streamId) ?? 0;
    places.set(streamId, place + 1);
    const events = [{ ...event, id: uuidOf([streamId, place]) }];
    const result = await store.append({
      streams: [{ streamId, expectedVersion: 'any', events }],
      correlationId: uuidOf([streamId]),
    });
    if (result.outcome !== 'appended' && result.outcome !== 'alreadyAppended')
      throw new Error(`${streamId}: ${result.outcome}`);
    position = Math.max(position, result.events[0]?.position ?? 0);
  }
  return position;
}
