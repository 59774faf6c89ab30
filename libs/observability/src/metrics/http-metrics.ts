import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Metrics } from './metrics';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Measures every answer, under its route as it is declared (`/v1/instruments/:ref`): a URL a series would never end. */
export function measureRequests(metrics: Metrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const began = process.hrtime.bigint();
    response.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      metrics.observe('streakline_http_request_duration_seconds', seconds, {
        method: METHODS.has(request.method) ? request.method : 'other',
        route: routeOf(request),
        status: response.statusCode,
      });
    });
    next();
  };
}

/** Nest's catch-alls are routes to Express, and none to anybody else. */
function routeOf({ route }: Request): string {
  const path: unknown = (route as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' && !path.includes('*') ? path : 'unmatched';
}

/** GET /metrics, in the text format of Prometheus. */
export function serveMetrics(metrics: Metrics): (request: Request, response: Response, next: NextFunction) => void {
  return (_request, response, next) => {
    metrics.scrape().then((text) => response.set('Content-Type', metrics.contentType).send(text), next);
  };
}
