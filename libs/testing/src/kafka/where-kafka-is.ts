import { whyNoKafka } from '@streakline/local-kafka';

/**
 * Describes a suite that needs a Kafka: skipped where none can be had, which is said aloud, for a summary of skipped
 * tests is soon overlooked. Where CI is set it fails instead: a green build means that these suites ran.
 *
 * @param missing why there is none; null where there is
 */
export function describeWhereKafkaIs(missing: string | null, name: string, suite: () => void): void {
  if (missing === null) {
    describe(name, suite);
    return;
  }
  if (isSet('CI')) {
    describe(name, () => {
      it('has a Kafka to run against', () => {
        throw new Error(`CI is set, and there is no Kafka to test with: ${missing}`);
      });
    });
    return;
  }
  process.stderr.write(`\nSKIPPED: "${name}" needs a Kafka. ${missing}\n`);
  describe.skip(`${name} (${missing})`, suite);
}

/** Why no suite can have the broker that all share; null where it can. */
export function whyNoSharedKafka(): string | null {
  return isSet('KAFKA_BROKERS') ? null : whyNoKafka();
}

function isSet(variable: string): boolean {
  return !['', 'false', undefined].includes(process.env[variable]);
}
