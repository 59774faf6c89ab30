import { type Command, Option } from 'commander';

/** How a command reaches Kafka. */
export interface KafkaOptions {
  readonly brokers?: string;
  readonly topicPrefix: string;
}

/** `--brokers` and `--topic-prefix`, which every command on Kafka takes. */
export function withKafka(command: Command): Command {
  return command
    .addOption(new Option('--brokers <host:port,...>', 'brokers of the Kafka to use').env('KAFKA_BROKERS'))
    .addOption(topicPrefixOption());
}

export function topicPrefixOption(): Option {
  return new Option('--topic-prefix <prefix>', 'stands before the names of the topics')
    .env('STREAKLINE_TOPIC_PREFIX')
    .default('');
}

/** For the end of a command's help. */
export const kafkaDetails = `
Without --brokers and KAFKA_BROKERS, a \`npm run kafka:local\` of this checkout is used where one runs. KAFKA_TLS...
and KAFKA_SASL... are read as the other processes read them.`;
