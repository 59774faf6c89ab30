import { destination, pino, stdSerializers, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];
export type Log = Logger;

/**
 * A log of JSON lines. It goes to standard error: standard output belongs to the data that a command prints. Written
 * synchronously, so that the last lines of a dying process are there.
 *
 * @param to for tests
 */
export function createLog(level: LogLevel, to: DestinationStream = destination({ dest: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      formatters: { level: (level) => ({ level }) },
      timestamp: stdTimeFunctions.isoTime,
      serializers: { err: errorForLog },
    },
    to,
  );
}

/** Name, message, stack and code. Errors of the database also carry the statement and its values: whole request bodies. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack, ...('code' in error ? { code: error.code } : {}) };
}
