import { catalogue, type RecordedEvent } from '@streakline/events';
import type { RawEvent } from './raw-event';

/** The way up for one type of event: its newest version, and the step from each older one to the next. */
export interface UpcastableType {
  readonly version: number;
  readonly upcasters: Readonly<Record<number, (data: never) => unknown>>;
}

/** Brings an event's data to the newest version of its type. */
export type Upcast = (event: RecordedEvent) => RecordedEvent;

/**
 * Upcasts by type and version. Types it does not know pass as they are (a newer release wrote them, or an older one),
 * and so does data that is newer than this release.
 *
 * @example
 * const upcast = upcasting(new Map([['PriceSet', { version: 2, upcasters: { 1: (old: { p: number }) => ({ price: old.p }) } }]]));
 */
export function upcasting(types: ReadonlyMap<string, UpcastableType> = catalogue): Upcast {
  return (event) => {
    const type = types.get(event.type);
    return type === undefined || event.typeVersion >= type.version ? event : climb(event, type);
  };
}

function climb(event: RecordedEvent, { version, upcasters }: UpcastableType): RecordedEvent {
  let data = event.data;
  for (let from = event.typeVersion; from < version; from++) {
    const step = upcasters[from];
    if (step === undefined)
      throw new Error(
        `${event.type} has no upcaster from version ${from}: event ${event.id} at position ${event.position} cannot be read`,
      );
    data = step(data as never);
  }
  return { ...event, typeVersion: version, data };
}

/** The same for data left as text, which is parsed where there is something to do. */
export type UpcastText = (event: RawEvent) => RawEvent;

export function upcastingText(types: ReadonlyMap<string, UpcastableType> = catalogue): UpcastText {
  const upcast = upcasting(types);
  const newest = new Map([...types].map(([name, { version }]) => [name, version]));
  return (event) => {
    if (event.typeVersion >= (newest.get(event.type) ?? 0)) return event;
    const { json, ...head } = event;
    const { data, ...raised } = upcast({ ...head, data: JSON.parse(json) as unknown });
    return { ...raised, json: JSON.stringify(data) };
  };
}
