import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { Request } from 'express';
import { pointerOf } from '../problems/pointer';
import { ProblemException } from '../problems/problem-exception';

/**
 * A parameter on a route of the API that takes none would pass unseen: who asks a study `asOf` a past moment would take
 * its answer for one of that moment. Routes that take some check them by their own schema.
 */
export class NoStrayQuery implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { path, query } = context.switchToHttp().getRequest<Request>();
    const [name] = Object.keys(query);
    if (name === undefined || !path.startsWith('/v1/') || takesQuery(context)) return true;
    const detail = `There are no query parameters here, and "${name}" is one. Leave it out.`;
    throw new ProblemException(400, { code: 'invalidQuery', detail, errors: [{ pointer: pointerOf([name]), detail }] });
  }
}

/** Nest keeps what a handler's parameters are bound to under keys of `<kind>:<index>`. */
function takesQuery(context: ExecutionContext): boolean {
  const bound: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return Object.keys(bound ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
