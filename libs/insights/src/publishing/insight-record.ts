import type { OutgoingRecord } from '@streakline/event-log';
import { murmur2 } from '@streakline/projections';
import type { PublishedInsight } from '../insight/published-insight';

/**
 * An insight as a CloudEvent (1.0, Kafka's binary mode): the value is the insight as the API shows it; the headers name
 * what a consumer sorts by without reading it. The key is the instrument, so that what corrects comes after what it
 * corrects.
 *
 * @param partitions of the topic
 */
export function insightRecord(insight: PublishedInsight, partitions: number): OutgoingRecord {
  const { id, kind, instrumentId, session, knownAt, position, revision, corrects, withdrawn } = insight;
  return {
    partition: partitionOf(instrumentId, partitions),
    key: instrumentId,
    value: JSON.stringify(insight),
    headers: {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: '/streakline/insights',
      ce_type: `streakline.insight.${kind}.v1`,
      ce_subject: instrumentId,
      ce_time: knownAt,
      'content-type': 'application/json',
      ce_position: String(position),
      ce_session: session,
      ce_revision: String(revision),
      ...(corrects === null ? {} : { ce_corrects: corrects }),
      ce_withdrawn: String(withdrawn),
    },
  };
}

/** Kafka's own: toPositive(murmur2(key)) modulo the number of partitions. */
function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions;
}
