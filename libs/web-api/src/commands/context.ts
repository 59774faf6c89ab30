import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext } from '@streakline/event-store';
import type { Request } from 'express';
import { requestIdOf } from '../requests/request-id';
import { idempotencyOf } from './idempotency-key';

/**
 * The command's context, of its request: now, the request's id as correlation id, and the Idempotency-Key with the
 * fingerprint of the request. A key that cannot be one is refused before the route runs.
 */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): CommandContext => {
  const request = execution.switchToHttp().getRequest<Request>();
  const idempotency = idempotencyOf(request);
  return {
    now: Date.now(),
    correlationId: requestIdOf(request),
    ...(idempotency === undefined ? {} : { idempotency }),
  };
});
