import { ConnectionError, ProblemError } from '../requests/problem-error';
import { pause, pauseAfter, type RetryPolicy } from '../requests/retrying';
import type { EventRecord } from './event-record';
import { linesOf } from './lines';

/** Which events of the history, and in which order. */
export interface EventsQuery {
  /** Begins after this: a position, or with `order: 'knownAt'` the place of a record, `<knownAt>~<position>`. */
  readonly after?: number | string;
  /** Known at or after this instant (RFC 3339). */
  readonly from?: string;
  /** Known before this instant. */
  readonly to?: string;
  /** Types of events, such as `BarsRecorded`. */
  readonly types?: readonly string[];
  /** Ids or MIC:SYMBOL. */
  readonly instruments?: readonly string[];
  /** Default: position. */
  readonly order?: 'position' | 'knownAt';
  /** Events at most. */
  readonly limit?: number;
  readonly asOf?: string;
  readonly asRecorded?: number | string;
}

/** Opens the answer to a query as NDJSON; `position` is where it ends, NaN where the server did not say. */
export type OpenHistory = (
  query: EventsQuery,
) => Promise<{ readonly body: ReadableStream<Uint8Array>; readonly position: number }>;

/**
 * The events of a query, one by one, however many: what broke off is asked for again after the last record that came,
 * up to where the first answer would have gone. Attempts count anew with each record.
 */
export async function* eventHistory(
  open: OpenHistory,
  query: EventsQuery,
  retries: RetryPolicy,
  signal?: AbortSignal,
): AsyncGenerator<EventRecord> {
  let rest = query;
  for (let failures = 0; ;) {
    const { body, position } = await open(rest);
    if (rest.asRecorded === undefined && !Number.isNaN(position)) rest = { ...rest, asRecorded: position };
    try {
      for await (const line of linesOf(body)) {
        const record = JSON.parse(line) as EventRecord;
        rest = after(rest, record);
        failures = 0;
        yield record;
        if (rest.limit === 0) return;
      }
      return;
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof ProblemError) throw cause;
      failures += 1;
      if (failures >= retries.attempts) throw new ConnectionError('the events broke off again and again', { cause });
      await pause(pauseAfter(failures, retries), signal);
    }
  }
}

/** What is left of a query once a record has come. */
function after(query: EventsQuery, { position, knownAt }: EventRecord): EventsQuery {
  const place = query.order === 'knownAt' ? `${knownAt}~${position}` : position;
  return { ...query, after: place, ...(query.limit === undefined ? {} : { limit: query.limit - 1 }) };
}
