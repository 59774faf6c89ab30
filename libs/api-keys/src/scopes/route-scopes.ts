import type { Scope } from './scope';

/**
 * The scope that each route of the API asks for, by method and path as in the OpenAPI document. It is the only place that
 * says so, and it fails closed: a route that is not here is reached with no key at all.
 */
const ROUTES: Readonly<Record<string, Scope>> = {
  'GET /v1/announcements': 'read',
  'GET /v1/announcements/{id}': 'read',
  'GET /v1/announcements/{id}/events': 'read',
  'GET /v1/announcements/{id}/reactions': 'read',
  'GET /v1/announcements/{id}/reactions/{instrument}/days': 'read',
  'GET /v1/articles': 'read',
  'GET /v1/articles/{id}': 'read',
  'GET /v1/backtests': 'read',
  'GET /v1/backtests/{backtestId}': 'read',
  'GET /v1/claims': 'read',
  'GET /v1/dead-letters': 'read',
  'GET /v1/dead-letters/{id}': 'read',
  'GET /v1/event-studies': 'read',
  'GET /v1/event-studies/{studyId}': 'read',
  'GET /v1/event-studies/{studyId}/events': 'read',
  'GET /v1/events': 'read',
  'GET /v1/insights': 'read',
  'GET /v1/instruments': 'read',
  'GET /v1/instruments/{ref}': 'read',
  'GET /v1/instruments/{ref}/bars': 'read',
  'GET /v1/instruments/{ref}/market-caps': 'read',
  'GET /v1/instruments/{ref}/observations': 'read',
  'GET /v1/instruments/{ref}/streak-statistics': 'read',
  'GET /v1/instruments/{ref}/streaks': 'read',
  'GET /v1/instruments/{ref}/timeline': 'read',
  'GET /v1/projections': 'read',
  'GET /v1/reactions': 'read',
  'GET /v1/strategies': 'read',
  'GET /v1/streak-studies': 'read',
  'GET /v1/streak-studies/{studyId}': 'read',
  'GET /v1/streak-studies/{studyId}/events': 'read',
  'GET /v1/streaks': 'read',
  'GET /v1/stream': 'read',

  // Questions that take long: they change nothing of the record, and whoever may ask may take the question back.
  'POST /v1/backtests': 'read',
  'DELETE /v1/backtests/{backtestId}': 'read',
  'POST /v1/event-studies': 'read',
  'DELETE /v1/event-studies/{studyId}': 'read',
  'POST /v1/streak-studies': 'read',
  'DELETE /v1/streak-studies/{studyId}': 'read',

  'POST /v1/announcements': 'ingest',
  'POST /v1/announcements/{id}/amendments': 'ingest',
  'POST /v1/announcements/{id}/corrections': 'ingest',
  'POST /v1/announcements/{id}/measures': 'ingest',
  'POST /v1/announcements/{id}/retraction': 'ingest',
  'POST /v1/articles': 'ingest',
  'POST /v1/articles/{id}/claims': 'ingest',
  'POST /v1/articles/{id}/claims/{claimId}': 'ingest',
  'POST /v1/articles/{id}/claims/{claimId}/withdrawal': 'ingest',
  'POST /v1/articles/{id}/proposals/{proposalId}/acceptance': 'ingest',
  'POST /v1/articles/{id}/proposals/{proposalId}/dismissal': 'ingest',
  'POST /v1/instruments': 'ingest',
  'POST /v1/instruments/{ref}/bars': 'ingest',
  'POST /v1/instruments/{ref}/benchmarks': 'ingest',
  'POST /v1/instruments/{ref}/delistings': 'ingest',
  'POST /v1/instruments/{ref}/distributions': 'ingest',
  'POST /v1/instruments/{ref}/dividends': 'ingest',
  'POST /v1/instruments/{ref}/halts': 'ingest',
  'POST /v1/instruments/{ref}/observations': 'ingest',
  'POST /v1/instruments/{ref}/renames': 'ingest',
  'POST /v1/instruments/{ref}/scheduled-announcements': 'ingest',
  'POST /v1/instruments/{ref}/sectors': 'ingest',
  'POST /v1/instruments/{ref}/share-classes': 'ingest',
  'POST /v1/instruments/{ref}/share-counts': 'ingest',
  'POST /v1/instruments/{ref}/splits': 'ingest',
  'POST /v1/instruments/{ref}/units': 'ingest',

  'POST /v1/dead-letters/{id}/close': 'operate',
  'POST /v1/dead-letters/{id}/retry': 'operate',
};

const byRoute: ReadonlyMap<string, Scope> = new Map(Object.entries(ROUTES));
/** Express writes a parameter `:ref`. */
const byExpressRoute: ReadonlyMap<string, Scope> = new Map(
  Object.entries(ROUTES).map(([route, scope]) => [route.replaceAll(/\{(\w+)\}/g, ':$1'), scope]),
);

/** Every route with a scope, as the OpenAPI document writes it: `GET /v1/instruments/{ref}`. */
export const routesWithScopes: readonly string[] = Object.keys(ROUTES);

/** @param route method and path as the OpenAPI document has them; undefined where nobody has said */
export function scopeOfOperation(route: string): Scope | undefined {
  return byRoute.get(route);
}

/** @param template the path of the route that a request was matched with, such as `/v1/instruments/:ref` */
export function scopeOfRoute(method: string, template: string): Scope | undefined {
  return byExpressRoute.get(`${method === 'HEAD' ? 'GET' : method} ${template}`);
}

/** Whether a POST only asks: such routes have no parameters in their paths. A trailing slash and case change no route. */
export function isQuestion(method: string, path: string): boolean {
  const plain = path.toLowerCase().replace(/\/+$/, '');
  return method === 'POST' && byRoute.get(`POST ${plain}`) === 'read';
}
