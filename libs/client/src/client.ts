import type {
  Answer,
  Argument,
  CallOptions,
  GetOptions,
  ListPaths,
  Operation,
  Page,
  PathsWith,
  PostOptions,
  RowOf,
} from './api-types';
import { type ClientOptions, type Moment, type ResolvedOptions, resolvedOptions } from './client-options';
import { randomKey } from './requests/random-key';
import { requestUrl } from './requests/request-url';
import { send } from './requests/send';
import type { EventRecord } from './streams/event-record';
import { eventHistory, type EventsQuery } from './streams/event-history';
import { liveEvents, type LiveMessage, type LiveQuery } from './streams/live-events';

type Call = CallOptions & { readonly path?: object; readonly query?: object };
type Command = Call & { readonly body?: unknown; readonly idempotencyKey?: string };

/**
 * Streakline's HTTP API. Paths are written as in its OpenAPI document, from which the types of their parameters, bodies
 * and answers come. Every call takes a signal, and repeats what is safe to repeat.
 *
 * @throws ProblemError where the server refused; ConnectionError where it did not answer
 * @example
 * const client = new StreaklineClient({ url: 'http://127.0.0.1:8080' });
 * const { data } = await client.get('/v1/instruments', { query: { limit: 10 } });
 */
export class StreaklineClient {
  private readonly options: ResolvedOptions;

  constructor(
    options: ClientOptions,
    private readonly moment: Moment = {},
  ) {
    this.options = resolvedOptions(options);
  }

  /** The same client, asking as of a past moment of the world. Commands and the live stream are about now all the same. */
  asOf(moment: string | Date): StreaklineClient {
    const asOf = typeof moment === 'string' ? moment : moment.toISOString();
    return new StreaklineClient(this.options, { ...this.moment, asOf });
  }

  /** The same client, asking what the store held at a past position or instant. Both scopes may be combined. */
  asRecorded(moment: number | string | Date): StreaklineClient {
    const asRecorded = moment instanceof Date ? moment.toISOString() : moment;
    return new StreaklineClient(this.options, { ...this.moment, asRecorded });
  }

  /** Asks for JSON. */
  async get<P extends PathsWith<'get'>>(
    path: P,
    ...[options]: Argument<GetOptions<Operation<'get', P>>>
  ): Promise<Answer<Operation<'get', P>>> {
    return this.getJson(path, options ?? {});
  }

  /** Sends a command, with an Idempotency-Key, so that repeating it does nothing twice. */
  async post<P extends PathsWith<'post'>>(
    path: P,
    ...[options]: Argument<PostOptions<Operation<'post', P>>>
  ): Promise<Answer<Operation<'post', P>>> {
    const { body, idempotencyKey, path: values, signal }: Command = options ?? {};
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey ?? randomKey() };
    return send(
      this.options,
      {
        ...{ url: requestUrl(this.options.url, path, values), method: 'POST' },
        ...this.about({ Accept: 'application/json', ...headers }, signal),
        body: JSON.stringify(body ?? {}),
      },
      (response) => response.json() as Promise<Answer<Operation<'post', P>>>,
    );
  }

  /** Cancels or removes. */
  async delete<P extends PathsWith<'delete'>>(
    path: P,
    ...[options]: Argument<GetOptions<Operation<'delete', P>>>
  ): Promise<void> {
    const { path: values, query, signal }: Call = options ?? {};
    const url = requestUrl(this.options.url, path, values, query);
    await send(this.options, { url, method: 'DELETE', ...this.about({}, signal) }, (response) => response.text());
  }

  /** Asks in another format: the response as it is, its body still to be read. `accept`: such as `text/csv`. */
  async response<P extends PathsWith<'get'>>(
    path: P,
    options: GetOptions<Operation<'get', P>> & { readonly accept: string },
  ): Promise<Response> {
    const { path: values, query, signal }: Call = options;
    return this.open(path, { path: values, query: { ...this.moment, ...query }, signal }, { Accept: options.accept });
  }

  /**
   * The pages of a list. At a past moment all of them rest on what the first rests on; live, each on what was there when
   * it was asked for.
   */
  async *pages<P extends ListPaths>(
    path: P,
    ...[options]: Argument<GetOptions<Operation<'get', P>>>
  ): AsyncGenerator<Page<RowOf<P>>> {
    const call: Call = options ?? {};
    let query: Moment = { ...this.moment, ...call.query };
    for (;;) {
      const page: Page<RowOf<P>> = await this.getJson(path, { ...call, query });
      yield page;
      if (page.nextCursor === null) return;
      const isPast = query.asOf !== undefined || query.asRecorded !== undefined;
      const fixed = isPast && page.position !== undefined ? { asRecorded: page.position } : {};
      // The history of events has the place itself for a cursor.
      const place = isHistory(path) ? { after: page.nextCursor } : { cursor: page.nextCursor };
      const next = { ...query, ...fixed, ...place };
      query = next;
    }
  }

  /** The rows of a list, page after page, as they are taken. */
  async *list<P extends ListPaths>(
    path: P,
    ...options: Argument<GetOptions<Operation<'get', P>>>
  ): AsyncGenerator<RowOf<P>> {
    for await (const page of this.pages(path, ...options)) yield* page.data;
  }

  /** The history of events, streamed: what breaks off goes on after the last record. */
  events(query: EventsQuery = {}, { signal }: CallOptions = {}): AsyncGenerator<EventRecord> {
    const open = async (rest: EventsQuery) => {
      const call = { query: { ...this.moment, ...rest }, signal };
      const response = await this.open('/v1/events', call, { Accept: 'application/x-ndjson' });
      return { body: bodyOf(response), position: Number(response.headers.get('Streakline-Position') ?? NaN) };
    };
    return eventHistory(open, query, this.options.retries, signal);
  }

  /** The live stream: first what is recorded, then what happens, until the signal aborts or nobody takes from it. */
  live(query: LiveQuery = {}, { signal }: CallOptions = {}): AsyncGenerator<LiveMessage> {
    const open = async (lastEventId: string) => {
      const place: Record<string, string> = lastEventId === '' ? {} : { 'Last-Event-ID': lastEventId };
      const call = { query: { ...query }, signal };
      return bodyOf(await this.open('/v1/stream', call, { Accept: 'text/event-stream', ...place }));
    };
    return liveEvents(open, this.options.retries, signal);
  }

  private getJson<T>(path: string, { path: values, query, signal }: Call): Promise<T> {
    const url = requestUrl(this.options.url, path, values, { ...this.moment, ...query });
    const about = this.about({ Accept: 'application/json' }, signal);
    return send(this.options, { url, method: 'GET', ...about }, (response) => response.json() as Promise<T>);
  }

  private open(
    path: string,
    { path: values, query, signal }: { path?: object | undefined; query?: object; signal?: AbortSignal | undefined },
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const url = requestUrl(this.options.url, path, values, query);
    return send(this.options, { url, method: 'GET', ...this.about(headers, signal) }, async (response) => response);
  }

  private about(headers: Readonly<Record<string, string>>, signal: AbortSignal | undefined) {
    return { headers: { ...this.options.headers, ...headers }, ...(signal === undefined ? {} : { signal }) };
  }
}

function bodyOf(response: Response): ReadableStream<Uint8Array> {
  if (response.body === null) throw new TypeError('the answer has no body to stream: is this fetch a real one?');
  return response.body;
}

/** Whatever the types know of it. */
function isHistory(path: string): boolean {
  return path === '/v1/events';
}
