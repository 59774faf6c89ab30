import type { Log } from '@streakline/observability';
import { type logCreator, logLevel } from 'kafkajs';

/** kafkajs' own logs as lines of ours. */
export function kafkajsLog(log: Log): logCreator {
  return () =>
    ({ level, namespace, log: { message, timestamp: _timestamp, logger: _logger, ...fields } }) => {
      const entry = { context: namespace === '' ? 'kafkajs' : `kafkajs ${namespace}`, ...fields };
      if (level === logLevel.ERROR) log.warn(entry, message);
      else if (level === logLevel.WARN) log.warn(entry, message);
      else if (level === logLevel.INFO) log.debug(entry, message);
      else log.trace(entry, message);
    };
}
