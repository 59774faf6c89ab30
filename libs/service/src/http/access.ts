import type { CanActivate } from '@nestjs/common';
import { ApiAccess, type ApiAccessOptions } from '@streakline/api-keys';
import { isLoopback, ProblemException } from '@streakline/web-api';
import type { RequestHandler } from 'express';
import { ServiceError } from '../service-error';
import type { ServiceSettings } from '../settings/read-settings';

/** Whom a web application answers. */
export interface Access {
  /** Whether it answers under any name; otherwise only as this machine. Asked at each request. */
  readonly anyName: () => boolean;
  /** Put before everything that reads a request. */
  readonly admit?: RequestHandler;
  /** Put before each route's own guards. */
  readonly guard?: CanActivate;
}

/** Of a process that has health and metrics alone. */
export const probesAccess: Access = { anyName: () => true };

type Where = Pick<ServiceSettings, 'host' | 'trustNetwork'>;

/** Until the database is open, when it is known whether there are keys: health, and metrics where no key could be needed. */
export function startingAccess(where: Where, problem: () => string): Access {
  const closed = needsNoKey(where) ? /^\/v1(\/|$)/i : /^\/(v1|metrics)(\/|$)/i;
  return {
    anyName: () => !isLoopback(where.host) || where.trustNetwork,
    admit: ({ path }, _response, next) => {
      if (closed.test(path))
        next(new ProblemException(503, { code: 'starting', detail: problem(), headers: { 'Retry-After': '1' } }));
      else next();
    },
  };
}

export type OpenAccessOptions = Where & Pick<ServiceSettings, 'rateLimit'> & Omit<ApiAccessOptions, 'openWithoutKeys'>;

/**
 * Who may use the API, now that the database is open. Others than this machine need an API key, or a network that was
 * declared trusted and a database without any key; the latter is said in the log.
 *
 * @throws ServiceError `hostNotLoopback`: others could ask, and there is neither
 */
export async function openAccess({ host, trustNetwork, ...options }: OpenAccessOptions): Promise<Access> {
  refuseNoHost(host);
  const access = await ApiAccess.open({ ...options, openWithoutKeys: needsNoKey({ host, trustNetwork }) });
  if (!access.inForce) refuseUnguarded({ host, trustNetwork });
  if (!access.inForce && !isLoopback(host)) {
    options.log.warn(
      { host },
      'STREAKLINE_TRUST_NETWORK: whoever reaches this address can read and write, until the first API key is made',
    );
  }
  const anyName = () => trustNetwork || !isLoopback(host) || access.inForce;
  return { anyName, admit: access.admit, guard: access.guard };
}

/** An address that is left empty would be all of this machine's. */
export function refuseNoHost(host: string): void {
  if (host === '') throw notLoopback(host);
}

/**
 * Refuses to answer where there is no API key, unless none is needed.
 *
 * @throws ServiceError `hostNotLoopback`
 */
export function refuseUnguarded(where: Where): void {
  if (!needsNoKey(where)) throw notLoopback(where.host);
}

function notLoopback(host: string): ServiceError {
  return new ServiceError(
    'hostNotLoopback',
    `Streakline listens on a loopback address only (127.0.0.1, ::1 or localhost), not on ${JSON.stringify(host)}, as long as it has no API key: anyone who reaches it could write. Make a key (streakline keys create, on the same data); or, where only those whom you trust can reach it, set STREAKLINE_TRUST_NETWORK=true.`,
  );
}

function needsNoKey({ host, trustNetwork }: Where): boolean {
  return isLoopback(host) || trustNetwork;
}
