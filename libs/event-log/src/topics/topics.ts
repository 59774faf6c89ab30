import type { TopicSettings } from '../event-log';

/** All topics of one installation. */
export interface Topics {
  /** What the store recorded. The partition count is part of every checkpoint: another count is another topic. */
  readonly events: TopicSettings;
  /** CloudEvents from others, asking for announcements to be made, amended, corrected or retracted. */
  readonly inboundAnnouncements: TopicSettings;
  /** CloudEvents from others that deliver bars. */
  readonly inboundPrices: TopicSettings;
  /** What the system found. */
  readonly insights: TopicSettings;
  /** Records of the events topic that no projector could read. */
  readonly deadEvents: TopicSettings;
  readonly deadAnnouncements: TopicSettings;
  readonly deadPrices: TopicSettings;
}

const DAY = 24 * 60 * 60 * 1000;
const MIB = 1024 * 1024;
/** A delivery of 2,500 bars is some 200 kB, and a request may carry 10 MB; a batch goes in as one. */
const LARGEST = 16 * MIB;
/** A dead letter is a record as it came and the headers that say why it lies here. */
const LARGEST_LETTER = LARGEST + MIB;
const FOREVER = -1;
/** Retention goes by the broker's clock: a sender's own that is years behind would have its records removed unread. */
const fromOthers = { 'message.timestamp.type': 'LogAppendTime' };

/**
 * The one file of topic settings: `streakline topics create` and `check` bring and hold a cluster to them. Consumer
 * groups and topics of several installations on one cluster are told apart by the prefix, see readTopicPrefix().
 *
 * @example
 * topicsOf('staging.').events.name; // "staging.streakline.events.v1"
 */
export function topicsOf(prefix = ''): Topics {
  const events = `${prefix}streakline.events.v1`;
  const announcements = `${prefix}streakline.inbound.announcements.v1`;
  const prices = `${prefix}streakline.inbound.prices.v1`;
  return {
    events: topic(events, 12, days(30)),
    inboundAnnouncements: topic(announcements, 6, days(7), fromOthers),
    inboundPrices: topic(prices, 6, days(7), fromOthers),
    insights: topic(`${prefix}streakline.insights.v1`, 6, days(30)),
    deadEvents: deadLetterTopic(events),
    deadAnnouncements: deadLetterTopic(announcements),
    deadPrices: deadLetterTopic(prices),
  };
}

/** The topics of an installation without a prefix. */
export const topics = topicsOf();

/** The topic of the records that were refused on another one. */
export function deadLetterTopicOf(topicName: string): string {
  return `${topicName}.dead-letters`;
}

type Configuration = TopicSettings['configuration'];

function topic(name: string, partitions: number, retentionMs: number, more: Configuration = {}): TopicSettings {
  return {
    name,
    partitions,
    configuration: {
      'cleanup.policy': 'delete',
      'retention.ms': String(retentionMs),
      'max.message.bytes': String(LARGEST),
      // The broker unpacks what others pack: our client reads gzip alone, and one batch of zstd would stop a partition.
      'compression.type': 'uncompressed',
      ...more,
    },
  };
}

/** One partition: letters are few, and their order is that of their refusals. Kept until someone deletes the topic. */
function deadLetterTopic(of: string): TopicSettings {
  return topic(deadLetterTopicOf(of), 1, FOREVER, { 'max.message.bytes': String(LARGEST_LETTER) });
}

function days(count: number): number {
  return count * DAY;
}
