import type { Log } from '@streakline/observability';
import { positionOf, requestIdOf } from '@streakline/web-api';
import type { Request, Response } from 'express';
import { keyShownBy } from '../requests/admitted';
import { isQuestion } from '../scopes/route-scopes';

/** Where audit lines go; each has `audit: true`. */
export interface AuditLog {
  /** As the process's own log, with its level. */
  readonly plain: Pick<Log, 'info'>;
  /** Whatever that level is, unless it is silent: who asks for keys wants to know who used them. */
  readonly always: Pick<Log, 'info'>;
}

const ASKS_ONLY = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Of an Idempotency-Key, characters: a longer one is refused. */
const LONGEST_KEY = 255;

export function auditLogOf(log: Log): AuditLog {
  const plain = log.child({ audit: true });
  return { plain, always: log.level === 'silent' ? plain : log.child({ audit: true }, { level: 'info' }) };
}

/**
 * Logs one line for each request that would change something, once it was answered, or broken off: by which key, what,
 * with which outcome. Those that were refused are logged too. Questions sent as POST are none.
 *
 * @param keysNeeded asked when it was answered
 */
export function auditWrites(request: Request, response: Response, log: AuditLog, keysNeeded: () => boolean): void {
  const { method, path } = request;
  if (ASKS_ONLY.has(method) || isQuestion(method, path)) return;
  response.once('close', () => {
    const key = keyShownBy(request);
    const to = keysNeeded() && key?.own !== true ? log.always : log.plain;
    to.info(
      {
        key: key === undefined ? null : { id: key.id, name: key.name },
        ...{ method, path, route: routeOf(request), status: response.statusCode },
        ...(response.writableFinished ? {} : { brokenOff: true }),
        requestId: requestIdOf(request),
        idempotencyKey: idempotencyKeyOf(request),
        position: positionOf(response) ?? null,
        address: request.socket.remoteAddress ?? null,
      },
      'write',
    );
  });
}

/** As it is declared; null where the request was refused before it was matched, or has none. */
function routeOf({ route }: Request): string | null {
  const path: unknown = (route as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' && !path.includes('*') ? path : null;
}

function idempotencyKeyOf(request: Request): string | null {
  const key = request.get('idempotency-key');
  return key === undefined ? null : key.slice(0, LONGEST_KEY);
}
