import type { Request } from 'express';
import { ProblemException } from '../problems/problem-exception';

/** As much of Express 5's router as is needed to ask which methods a path has. */
interface RouteLayer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The problem of a path that exists with other methods than the asked one; undefined if it has no route at all. */
export function methodNotAllowed(request: Request): ProblemException | undefined {
  const methods = methodsAt(request);
  // A route that does take the method, but found nothing (a file of the documentation), is no wrong method.
  if (methods.length === 0 || methods.includes(request.method)) return undefined;
  const allow = methods.join(', ');
  const detail = `${request.path} answers to ${allow}, not to ${request.method}.`;
  return new ProblemException(405, { code: 'methodNotAllowed', detail, headers: { Allow: allow } });
}

export function unknownRoute(request: Request): ProblemException {
  const detail = `There is nothing at ${request.path}. The routes are listed at /docs.`;
  return new ProblemException(404, { code: 'unknownRoute', detail });
}

function methodsAt(request: Request): readonly string[] {
  const layers = (request.app as unknown as { router: { stack: readonly RouteLayer[] } }).router.stack;
  const methods = layers.flatMap((layer) =>
    layer.route !== undefined && !isCatchAll(layer.route.path) && layer.match(request.path)
      ? Object.keys(layer.route.methods)
      : [],
  );
  return [...new Set(methods.map((method) => method.toUpperCase()))].sort();
}

/** Those of Nest's middleware, such as the logger's, take every method: they are no answer to "which methods". */
function isCatchAll(path: unknown): boolean {
  return typeof path === 'string' && path.includes('*');
}
