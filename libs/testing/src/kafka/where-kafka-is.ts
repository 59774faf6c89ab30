import { whyNoKafka } from '@streakline/local-kafka';
import { describeWhereThereIs, isSet } from '../needing/describe-where-there-is';

/**
 * Describes a suite that needs a Kafka: skipped where none can be had, or failed where CI is set.
 *
 * @param missing why there is none; null where there is
 */
export function describeWhereKafkaIs(missing: string | null, name: string, suite: () => void): void {
  describeWhereThereIs('a Kafka', missing, name, suite);
}

/** Why no suite can have the broker that all share; null where it can. */
export function whyNoSharedKafka(): string | null {
  return isSet('KAFKA_BROKERS') ? null : whyNoKafka();
}
