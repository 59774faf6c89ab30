/** `api`: everything under /v1. `metrics`: /metrics. `open`: what holds no data (health, documentation, the dashboard's files). */
export type Area = 'api' | 'metrics' | 'open';

/** Of a path as Express routes it, which looks at neither case nor a slash at the end. */
export function areaOf(path: string): Area {
  if (/^\/v1(\/|$)/i.test(path)) return 'api';
  return /^\/metrics\/?$/i.test(path) ? 'metrics' : 'open';
}
