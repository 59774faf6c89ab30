import type { TopicSettings } from '@streakline/event-log';

type Json = Readonly<Record<string, unknown>>;

/** The messages of a channel, and the schemas that they name. */
export interface ChannelMessages {
  /** What Streakline does on the channel. */
  readonly summary: string;
  readonly messages: Readonly<Record<string, Json>>;
  readonly schemas: Readonly<Record<string, Json>>;
}

export type Channel = Json;

export function channelOf(topic: TopicSettings, { messages, summary }: ChannelMessages): Channel {
  return {
    address: topic.name,
    summary,
    messages: Object.fromEntries(
      Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
    ),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: configurationOf(topic),
        bindingVersion: '0.5.0',
      },
    },
  };
}

/** As AsyncAPI wants it: numbers as numbers, and the clean-up policies as a list. */
function configurationOf({ configuration }: TopicSettings): Json {
  return Object.fromEntries(Object.entries(configuration).map(([name, value]) => [name, settingOf(name, value)]));
}

function settingOf(name: string, value: string): unknown {
  if (name === 'cleanup.policy') return value.split(',');
  return /^-?\d+$/.test(value) ? Number(value) : value;
}

/** A message whose headers and value are described; its name is its CloudEvents type where it has one. */
export function message(options: {
  readonly name: string;
  readonly summary: string;
  readonly headers: Json;
  readonly payload?: Json;
  readonly key: string | null;
  readonly contentType?: string;
}): Json {
  const { name, summary, headers, payload, key, contentType } = options;
  return {
    name,
    summary,
    ...(contentType !== undefined && { contentType }),
    headers,
    ...(payload !== undefined && { payload }),
    bindings: {
      kafka: {
        ...(key !== null && { key: { type: 'string', description: key } }),
        bindingVersion: '0.5.0',
      },
    },
  };
}

export function schemaRef(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
