import { catalogue, jsonSchemaOf } from '@streakline/events';
import { type ChannelMessages, message, schemaRef } from './channel';
import { constant, headersSchema, instant, integer, text } from './headers';

type Json = Readonly<Record<string, unknown>>;

const position = integer('Its place in the one global order of the store.');
const prevPosition = integer(
  'Position of the record before it in this partition: nothing between the two concerns the partition.',
);

/** All types of the catalogue, and the watermark. */
export function eventMessages(): ChannelMessages {
  const types = [...catalogue.values()];
  return {
    summary: 'What the store recorded, in the order of positions within each partition.',
    messages: {
      ...Object.fromEntries(types.map(({ name, version }) => [`${name}.v${version}`, eventMessage(name, version)])),
      watermark: watermarkMessage(),
    },
    schemas: Object.fromEntries(
      types.map(({ name, version, schema }) => [`${name}.v${version}`, dataSchema(name, schema)]),
    ),
  };
}

function dataSchema(title: string, schema: Parameters<typeof jsonSchemaOf>[0]): Json {
  const { $schema: _, ...shape } = jsonSchemaOf(schema, { target: 'draft-7' });
  return { title, ...shape };
}

function eventMessage(name: string, version: number): Json {
  const type = `streakline.${name}.v${version}`;
  return message({
    name: type,
    summary: `${words(name)}.`,
    key: 'The key that the partition owns: an instrument’s or an announcement’s id. An event goes once to each partition that owns one of its keys.',
    payload: schemaRef(`${name}.v${version}`),
    headers: headersSchema({
      ce_specversion: constant('1.0'),
      ce_id: text('The event’s id; the same in every partition.'),
      ce_source: constant('/streakline/events'),
      ce_type: constant(type),
      ce_subject: text('The stream that it belongs to.'),
      ce_time: instant('When the fact became public (knownAt).'),
      'content-type': constant('application/json'),
      ce_position: position,
      ce_prevposition: prevPosition,
      ce_streamversion: integer('Its place in its stream, from 1.'),
      ce_recordedat: instant('When this system stored it.'),
      ce_keys: text('A JSON list of all keys that it concerns.'),
      ce_correlationid: text('What was asked, and all that came of it.'),
      'ce_causationid?': text('The request or the event that it came of.'),
    }),
  });
}

function watermarkMessage(): Json {
  return message({
    name: 'streakline.watermark',
    summary: 'The store has come to this position, and nothing after prevPosition concerns the partition. No value.',
    key: null,
    headers: headersSchema({
      ce_specversion: constant('1.0'),
      ce_id: text('Of partition and position.'),
      ce_source: constant('/streakline/events'),
      ce_type: constant('streakline.watermark'),
      ce_position: position,
      ce_prevposition: prevPosition,
    }),
    payload: { type: 'null' },
  });
}

/** `BarsRecorded` -> `Bars recorded`. */
function words(name: string): string {
  const [first = '', ...others] = name.split(/(?=[A-Z])/);
  return [first, ...others.map((word) => word.toLowerCase())].join(' ');
}
