import type { EventStore } from '@streakline/event-store';

/** A store whose clock showed, at each event, the moment at which it became known: as if history were lived through once more. */
export function recordedWhenKnown(store: EventStore): EventStore {
  const subscribe: EventStore['subscribe'] = (options) =>
    store.subscribe({
      ...options,
      handle: (events) => options.handle(events.map((event) => ({ ...event, recordedAt: event.knownAt }))),
    });
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = name === 'subscribe' ? subscribe : Reflect.get(target, name);
      return typeof value === 'function' && name !== 'subscribe' ? value.bind(target) : value;
    },
  });
}
