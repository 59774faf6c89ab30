import { z } from 'zod';
import type { EventType } from './event-type';
import { amendmentIdSchema, announcementIdSchema, instrumentIdSchema } from './primitives';

/** zod cannot look into a custom check, so the ids say here what they look like. */
const idPatterns = new Map<unknown, string>([
  [instrumentIdSchema, '^ins_[0-9a-f]{32}$'],
  [announcementIdSchema, '^ann_[0-9a-f]{32}$'],
  [amendmentIdSchema, '^amd_[0-9a-f]{32}$'],
]);

/**
 * The JSON Schema (draft 2020-12) of an event type's data, as published under docs/contracts/events. Throws on a
 * schema that JSON Schema cannot say, rather than publish one that allows everything.
 */
export function jsonSchemaOf(type: Pick<EventType, 'name' | 'version'> & { readonly schema: z.ZodType }): object {
  const { $schema, ...shape } = z.toJSONSchema(type.schema, {
    unrepresentable: ({ zodSchema }) => {
      const pattern = idPatterns.get(zodSchema);
      return pattern === undefined ? 'throw' : { type: 'string', pattern };
    },
  });
  return { $schema, $id: `urn:streakline:event:${type.name}:${type.version}`, title: type.name, ...shape };
}
