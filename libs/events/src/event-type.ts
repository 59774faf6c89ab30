import type { z } from 'zod';
import type { NewEvent, RecordedEvent } from './recorded-event';

/** Turns data of one version of a type into data of the next. Pure; never fails on data that was once valid. */
export type Upcaster = (data: never) => unknown;

/** One kind of event: its name, the schema of its newest version, the keys it concerns, and the way up from old versions. */
export interface EventType<Name extends string = string, Data = unknown> {
  readonly name: Name;
  readonly version: number;
  readonly schema: z.ZodType<Data>;
  /** The keys an event of this type is indexed under. */
  keysOf(data: Data): readonly string[];
  /** `upcasters[v]` turns version v into version v + 1. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
  /** A new event of this type. `knownAt` is in epoch milliseconds; left out, the moment of recording. */
  create(data: Data, knownAt?: number): NewEvent<Name, Data>;
  /** Narrows a recorded event to this type. */
  is(event: RecordedEvent): event is RecordedEvent<Name, Data>;
}

export function defineEvent<Name extends string, Data>(definition: {
  name: Name;
  version: number;
  schema: z.ZodType<Data>;
  keysOf: (data: Data) => readonly string[];
  upcasters?: Readonly<Record<number, Upcaster>>;
}): EventType<Name, Data> {
  const { name, version, schema, keysOf, upcasters = {} } = definition;
  return Object.freeze({
    name,
    version,
    schema,
    keysOf,
    upcasters,
    create: (data: Data, knownAt?: number): NewEvent<Name, Data> => ({
      type: name,
      typeVersion: version,
      data,
      keys: keysOf(data),
      ...(knownAt === undefined ? {} : { knownAt }),
    }),
    is: (event: RecordedEvent): event is RecordedEvent<Name, Data> => event.type === name,
  });
}
