import type { Command } from 'commander';
import { kafkaDetails, topicPrefixOption, withKafka } from '../kafka/kafka-options';
import type { AsyncApiOptions } from './print-asyncapi';
import type { TopicsOptions } from './topics';

export function addTopics(program: Command): void {
  const topics = program.command('topics').description("Streakline's topics on Kafka");
  withKafka(topics.command('create'))
    .description('create the topics that are missing; one that differs from what is wanted is told, and left as it is')
    .option('--json', 'one JSON document')
    .addHelpText('after', createDetails)
    .action(async (options: TopicsOptions) => (await import('./topics')).createTopics(options));
  withKafka(topics.command('check'))
    .description('say how the topics differ from what is wanted; exit code 1 if one does or is missing')
    .option('--json', 'one JSON document')
    .addHelpText('after', checkDetails)
    .action(async (options: TopicsOptions) => (await import('./topics')).checkTopics(options));
  topics
    .command('asyncapi')
    .description('the AsyncAPI 3.0 document of the topics: their records, settings and names; no Kafka is asked')
    .addOption(topicPrefixOption())
    .addHelpText('after', '\nExample:\n  streakline topics asyncapi --topic-prefix staging. > asyncapi.json')
    .action(async (options: AsyncApiOptions) => (await import('./print-asyncapi')).printAsyncApi(options));
}

const createDetails = `
Exit codes: 0 all topics are as wanted, 3 some differ, 1 Kafka could not be asked.
${kafkaDetails}

Examples:
  streakline topics create --brokers 127.0.0.1:9092
  KAFKA_BROKERS=kafka-1:9092,kafka-2:9092 streakline topics create --topic-prefix staging. --json`;

const checkDetails = `${kafkaDetails}

Example:
  streakline topics check --brokers 127.0.0.1:9092`;
