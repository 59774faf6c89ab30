import { isConnectionLoss } from '@streakline/database';
import { problemOf } from '@streakline/web-api';

/** A name that is not resolved, a machine that has no file left: of the surroundings, whatever the record says. */
const SURROUNDINGS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EMFILE', 'ENFILE', 'ENOBUFS', 'EADDRNOTAVAIL']);
const SQLSTATE = /^[0-9A-Z]{5}$/;
/**
 * PostgreSQL's classes that are about the values of a statement: data exceptions, integrity, limits of a row. All others
 * (locks, resources, rights, a database that takes no connections, a schema that is behind) are for somebody to mend.
 */
const ABOUT_VALUES = /^(21|22|23|44|54)/;

/** Whether the same command may succeed later, without anybody changing the record. */
export function mayPass(error: unknown): boolean {
  if (isConnectionLoss(error) || problemOf(error, '').problem.status === 503) return true;
  // Not by instanceof: errors of Node's own come from another realm where a test runner isolates modules.
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  const { code } = error;
  if (typeof code !== 'string') return false;
  return SURROUNDINGS.has(code) || (SQLSTATE.test(code) && !ABOUT_VALUES.test(code));
}
