import { ConnectionSettingsError } from '../connection/connection-settings';

/** What Kafka allows in names of topics, which hold 249 characters; ours end in 50 of their own. */
const LEGAL = /^[A-Za-z0-9._-]{0,150}$/;

/**
 * Reads STREAKLINE_TOPIC_PREFIX: stands before the names of all topics and consumer groups, so that several
 * installations can share a cluster, such as `staging.`. Default: none. Throws {@link ConnectionSettingsError}.
 */
export function readTopicPrefix(environment: NodeJS.ProcessEnv = process.env): string {
  return checkTopicPrefix(environment['STREAKLINE_TOPIC_PREFIX'] ?? '', 'STREAKLINE_TOPIC_PREFIX');
}

/** The prefix as it came, if Kafka can take it; `from` names where it came from. Throws {@link ConnectionSettingsError}. */
export function checkTopicPrefix(prefix: string, from: string): string {
  if (LEGAL.test(prefix)) return prefix;
  throw new ConnectionSettingsError(
    `${from} is ${JSON.stringify(prefix)}: up to 150 of the letters a to z and A to Z, digits, dots, dashes and underscores, such as staging.`,
  );
}
