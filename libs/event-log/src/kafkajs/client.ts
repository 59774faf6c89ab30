import { Kafka, logLevel, type SASLOptions } from 'kafkajs';
import type { Log } from '@streakline/observability';
import type { ConnectionSettings } from '../connection/connection-settings';
import { cureIdleSpin } from './cure-idle-spin';
import { kafkajsLog } from './kafkajs-log';
import { useOwnCodec } from './use-own-codec';

/** kafkajs on these brokers, cured, and as patient as our callers: they retry, so that it gives up within seconds. */
export function makeClient({ brokers, clientId, tls, sasl }: ConnectionSettings, log: Log): Kafka {
  cureIdleSpin();
  useOwnCodec();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ...(tls && { ssl: { ca: tls.ca, cert: tls.certificate, key: tls.key } }),
    ...(sasl && { sasl: saslOptions(sasl) }),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 50, multiplier: 2, maxRetryTime: 1_000, retries: 5 },
    logLevel: logLevel.INFO,
    logCreator: kafkajsLog(log),
  });
}

function saslOptions({ mechanism, username, password }: NonNullable<ConnectionSettings['sasl']>): SASLOptions {
  // One case each: kafkajs tells the mechanisms apart by type.
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}
