import { type Topics, topicsOf } from '@streakline/event-log';
import { packageVersion } from '../../project';
import { channelOf, type Channel, type ChannelMessages } from './channel';
import { eventMessages } from './event-messages';
import { inboundMessages } from './inbound-messages';
import { insightMessages } from './insight-messages';
import { letterMessages } from './letter-messages';
import { securitySchemes, servers } from './servers';

type Json = Readonly<Record<string, unknown>>;

/**
 * The AsyncAPI 3.0 document of an installation's topics, from the schemas, names and settings that the code itself
 * goes by.
 */
export function asyncApiOf(prefix = ''): Json {
  const channels = channelsOf(topicsOf(prefix));
  return {
    asyncapi: '3.0.0',
    info: info(),
    defaultContentType: 'application/json',
    servers: servers(),
    channels: Object.fromEntries(channels.map((each) => [each.name, each.channel])),
    operations: Object.fromEntries(channels.map((each) => [each.operationName, operationOf(each, prefix)])),
    components: {
      messages: Object.assign({}, ...channels.map(({ messages }) => messages.messages)) as Json,
      schemas: Object.assign({}, ...channels.map(({ messages }) => messages.schemas)) as Json,
      securitySchemes: securitySchemes(),
    },
  };
}

interface NamedChannel {
  readonly name: string;
  readonly operationName: string;
  readonly action: 'send' | 'receive';
  readonly channel: Channel;
  readonly messages: ChannelMessages;
}

function channelsOf(topics: Topics): readonly NamedChannel[] {
  const { announcements, prices } = inboundMessages();
  const sent = (name: keyof Topics, operationName: string, messages: ChannelMessages): NamedChannel => ({
    name,
    operationName,
    action: 'send',
    channel: channelOf(topics[name], messages),
    messages,
  });
  const received = (...given: Parameters<typeof sent>): NamedChannel => ({ ...sent(...given), action: 'receive' });
  const letters = letterMessages();
  return [
    sent('events', 'publishEvents', eventMessages()),
    sent('insights', 'publishInsights', insightMessages()),
    received('inboundAnnouncements', 'takeAnnouncements', announcements),
    received('inboundPrices', 'takePrices', prices),
    sent('deadAnnouncements', 'putAnnouncementsAside', letters),
    sent('deadPrices', 'putPricesAside', letters),
    sent('deadEvents', 'putEventsAside', letters),
  ];
}

function operationOf({ name, action, messages }: NamedChannel, prefix: string): Json {
  const group = { type: 'string', const: `${prefix}streakline-intake` };
  return {
    action,
    channel: { $ref: `#/channels/${name}` },
    summary: messages.summary,
    messages: Object.keys(messages.messages).map((message) => ({ $ref: `#/channels/${name}/messages/${message}` })),
    ...(action === 'receive' && { bindings: { kafka: { groupId: group, bindingVersion: '0.5.0' } } }),
  };
}

function info(): Json {
  return {
    title: 'Streakline on Kafka',
    version: packageVersion(),
    description: [
      'Records are CloudEvents 1.0 in Kafka’s binary mode: attributes are headers with the prefix `ce_`, the data is the value.',
      'Delivery is at least once: tell records apart by `ce_source` and `ce_id`. Order holds within a key.',
      'Names of topics and groups may have a prefix: STREAKLINE_TOPIC_PREFIX.',
    ].join(' '),
  };
}
