import type { RequestHandler } from 'express';
import { ProblemException } from '../problems/problem-exception';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** Whether a host, as in a URL or as given to `--host`, is this machine and nothing else. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase());
}

/**
 * Refuses requests that name another host than this machine. Listening on the loopback address alone does not keep web
 * pages out: by DNS rebinding a page's own name comes to point here, and its requests carry that name.
 *
 * @param anyName asked at each request whether other names will do as well: no page knows an API key
 */
export function loopbackOnly(anyName: () => boolean = () => false): RequestHandler {
  return ({ headers }, _response, next) => next(anyName() ? undefined : otherMachine(headers.host ?? ''));
}

function otherMachine(named: string): ProblemException | undefined {
  if (isLoopback(named.replace(/:\d*$/, ''))) return undefined;
  const detail = `This server answers on the loopback address only, not as ${JSON.stringify(named)}. Ask for http://127.0.0.1 or http://localhost.`;
  return new ProblemException(403, { code: 'hostNotAllowed', detail });
}
