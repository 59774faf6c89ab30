import { jsonSchemaOf } from '@streakline/events';
import { announcementTypes, type InboundType, priceTypes } from '@streakline/inbound';
import { type ChannelMessages, message, schemaRef } from './channel';
import { constant, headersSchema, instant, text } from './headers';

type Json = Readonly<Record<string, unknown>>;

/** What others may send: each type as a CloudEvent in binary mode, and any of them in structured mode. */
export function inboundMessages(): { readonly announcements: ChannelMessages; readonly prices: ChannelMessages } {
  return {
    announcements: messagesOf(
      'announcements',
      'Announcements to make, amend, measure, correct or retract.',
      announcementTypes,
    ),
    prices: messagesOf(
      'prices',
      'Bars, halts, delistings, distributions, scheduled announcements and observations to record.',
      priceTypes,
    ),
  };
}

function messagesOf(topic: string, summary: string, types: readonly InboundType[]): ChannelMessages {
  const structured = `${topic}.structured`;
  return {
    summary: `${summary} Refused ones go to the dead-letter topic, with the problem in a header.`,
    messages: {
      ...Object.fromEntries(types.map((type) => [type.type, binaryMessage(type)])),
      [structured]: structuredMessage(structured, types),
    },
    schemas: {
      ...Object.fromEntries(types.map((type) => [dataName(type), dataSchema(type)])),
      [`${structured}.envelope`]: envelopeSchema(types),
    },
  };
}

const KEY =
  'Free to choose; records of one key are applied in their order. The instrument’s or announcement’s id suits.';
const ID = 'With the source, the idempotency key: the same id again changes nothing, with other data it is refused.';

function binaryMessage(type: InboundType): Json {
  return message({
    name: type.type,
    summary: `A CloudEvent in binary mode; its data is the body of the HTTP route that does the same.`,
    key: KEY,
    payload: schemaRef(dataName(type)),
    headers: headersSchema({
      ce_specversion: constant('1.0'),
      ce_id: text(ID),
      ce_source: text('Who sends it: a URI reference.'),
      ce_type: constant(type.type),
      ...(type.subject !== null && { ce_subject: text(capital(`${type.subject.what}.`)) }),
      'content-type?': constant('application/json'),
      'ce_time?': instant('For people; it is recorded when it arrives.'),
      'ce_correlationid?': { type: 'string', format: 'uuid', description: 'Passed on to the events that come of it.' },
    }),
  });
}

function structuredMessage(name: string, types: readonly InboundType[]): Json {
  return message({
    name,
    summary: `A CloudEvent in structured mode: ${types.map(({ type }) => type).join(', ')}.`,
    key: KEY,
    contentType: 'application/cloudevents+json',
    payload: schemaRef(`${name}.envelope`),
    headers: headersSchema({
      'content-type': { type: 'string', pattern: '^application/cloudevents\\+json', description: 'Says the mode.' },
    }),
  });
}

function envelopeSchema(types: readonly InboundType[]): Json {
  return {
    type: 'object',
    required: ['specversion', 'id', 'source', 'type'],
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', minLength: 1, description: ID },
      source: { type: 'string', minLength: 1 },
      type: { enum: types.map(({ type }) => type) },
      datacontenttype: { type: ['string', 'null'] },
      correlationid: { type: ['string', 'null'] },
    },
    oneOf: types.map((type) => ({
      required: ['type', ...(type.subject === null ? [] : ['subject'])],
      properties: {
        type: { const: type.type },
        ...(type.subject !== null && { subject: { type: 'string', minLength: 1, description: type.subject.what } }),
        data: schemaRef(dataName(type)),
        data_base64: { type: 'string', description: 'The data’s bytes, instead of `data`.' },
      },
    })),
  };
}

function dataSchema({ type, body }: InboundType): Json {
  const { $schema: _, ...shape } = jsonSchemaOf(body, { target: 'draft-7', io: 'input' });
  return { title: `Data of ${type}`, ...shape };
}

function dataName({ type }: InboundType): string {
  return `${type}.data`;
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
