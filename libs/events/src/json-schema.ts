import { z } from 'zod';
import type { EventType } from './event-type';

/** How a schema is said in JSON Schema. */
export interface JsonSchemaOptions {
  /** Default: draft 2020-12. AsyncAPI speaks draft 7. */
  readonly target?: 'draft-7' | 'draft-2020-12';
  /** What is sent in, defaults left out, or what comes out; default: out. */
  readonly io?: 'input' | 'output';
}

/** The JSON Schema of a zod schema. Throws on one that JSON Schema cannot say, rather than give one that allows everything. */
export function jsonSchemaOf(schema: z.ZodType, options: JsonSchemaOptions = {}): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(schema, { ...options, unrepresentable: 'throw' });
}

/** The JSON Schema (draft 2020-12) of an event type's data, as published under docs/contracts/events. */
export function jsonSchemaOfEvent(
  type: Pick<EventType, 'name' | 'version'> & { readonly schema: z.ZodType },
): Readonly<Record<string, unknown>> {
  const { $schema, ...shape } = jsonSchemaOf(type.schema);
  return { $schema, $id: `urn:streakline:event:${type.name}:${type.version}`, title: type.name, ...shape };
}
