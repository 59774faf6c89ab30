/** Streakline's HTTP API, typed. It needs `fetch` and nothing else: Node 20 and browsers have it. */
export { StreaklineClient } from './client';
export type { ClientOptions } from './client-options';
export type {
  Answer,
  GetOptions,
  ListPaths,
  Method,
  Operation,
  Page,
  PathsWith,
  PostOptions,
  RowOf,
} from './api-types';
export type { components, paths } from './api-schema';
export { ConnectionError, type FieldProblem, ProblemError } from './requests/problem-error';
export type { RetryPolicy } from './requests/retrying';
export type { EventRecord } from './streams/event-record';
export type { EventsQuery } from './streams/event-history';
export type { LiveMessage, LiveQuery } from './streams/live-events';
