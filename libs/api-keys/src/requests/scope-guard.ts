import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { scopeOfRoute } from '../scopes/route-scopes';
import { callerOf } from './admitted';
import { areaOf } from './area';
import { keyMissing, scopeMissing } from './key-problems';

/**
 * Judges whether the key may do what its request asks for, by the route that it was matched with: no second matcher can
 * think otherwise. A request to the API that no Gate has let in is refused.
 */
export class ScopeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (areaOf(request.path) !== 'api') return true;
    const caller = callerOf(request);
    if (caller === undefined) throw keyMissing();
    if (caller === null) return true;
    const { path } = request.route as { readonly path: string };
    const needed = scopeOfRoute(request.method, path);
    if (needed !== undefined && caller.scopes.includes(needed)) return true;
    throw scopeMissing(needed === undefined ? [] : [needed], caller.scopes);
  }
}
