import { jsonSchemaOf } from '@streakline/events';
import { insightSchemas } from '@streakline/insights';
import type { z } from 'zod';
import { type ChannelMessages, message, schemaRef } from './channel';
import { constant, headersSchema, instant, integer, text } from './headers';

type Json = Readonly<Record<string, unknown>>;

/** Each kind of insight; the value is the very item that GET /v1/insights lists. */
export function insightMessages(): ChannelMessages {
  const kinds = Object.entries<z.ZodType>(insightSchemas);
  return {
    summary: 'What the system found. A later revision corrects or withdraws an earlier one.',
    messages: Object.fromEntries(kinds.map(([kind, schema]) => [typeOf(kind), insightMessage(kind, schema)])),
    schemas: Object.fromEntries(kinds.map(([kind, schema]) => [typeOf(kind), insightSchema(schema)])),
  };
}

function typeOf(kind: string): string {
  return `streakline.insight.${kind}.v1`;
}

function insightSchema(schema: z.ZodType): Json {
  const { $schema: _, ...shape } = jsonSchemaOf(schema, { target: 'draft-7' });
  return shape;
}

function insightMessage(kind: string, schema: z.ZodType): Json {
  return message({
    name: typeOf(kind),
    summary: schema.description ?? kind,
    key: 'The instrument’s id.',
    payload: schemaRef(typeOf(kind)),
    headers: headersSchema({
      ce_specversion: constant('1.0'),
      ce_id: { type: 'string', format: 'uuid', description: 'The same for the same finding, whoever finds it.' },
      ce_source: constant('/streakline/insights'),
      ce_type: constant(typeOf(kind)),
      ce_subject: text('The instrument’s id.'),
      ce_time: instant('When the last fact behind it became public (knownAt).'),
      'content-type': constant('application/json'),
      ce_position: integer('Of the store, up to which everything about the instrument was known to it.'),
      ce_session: { type: 'string', format: 'date', description: 'At whose close it was found.' },
      ce_revision: integer('From 1.'),
      'ce_corrects?': { type: 'string', format: 'uuid', description: 'The insight that this one replaces.' },
      ce_withdrawn: { type: 'string', enum: ['true', 'false'], description: 'It is no longer true.' },
    }),
  });
}
