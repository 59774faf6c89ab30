import { types } from 'node:util';
import { ProblemException } from './problem-exception';

/** Connection failures by Node, and PostgreSQL's classes 08 (connection), 53 (resources), 57P (shutting down). */
const DATABASE_AWAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08\w{3}|53\w{3}|57P0[1-3])$/;

/**
 * The failures that pass when asked again later, as 503. They are known by name and shape, not by class: the libs that
 * throw them may depend on this one, and so it cannot depend on them.
 */
export function problemOfServiceError(error: unknown): ProblemException | undefined {
  // Not by instanceof: errors of Node's own come from another realm where a test runner isolates modules.
  if (!types.isNativeError(error)) return undefined;
  if (error.name === 'LaggingError') return lagging(error);
  if (error.name === 'ContendedError') {
    return unavailable(
      'contended',
      'Too many others were changing the same thing at once. Nothing was stored; send it again.',
      {},
    );
  }
  if (error.name === 'AppendOutcomeUnknown') {
    const detail =
      'The database went away while this was being stored: whether it is stored is unknown. Send it again: what was stored is not stored twice.';
    return unavailable('outcomeUnknown', detail, {});
  }
  if ('code' in error && typeof error.code === 'string' && DATABASE_AWAY.test(error.code)) {
    return unavailable(
      'databaseUnavailable',
      'The database cannot be reached at the moment. Send it again, with an Idempotency-Key if it is a POST.',
      {},
    );
  }
  return undefined;
}

function lagging(error: Error): ProblemException {
  const position = numberOf(error, 'position');
  const head = numberOf(error, 'head');
  const lag = position === undefined || head === undefined ? undefined : Math.max(0, head - position);
  return unavailable('lagging', error.message, { position, head, lag });
}

function unavailable(code: string, detail: string, extensions: Record<string, unknown>): ProblemException {
  return new ProblemException(503, { ...extensions, code, detail, headers: { 'Retry-After': '1' } });
}

function numberOf(error: Error, name: string): number | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'number' ? value : undefined;
}
