import { ConnectionError, ProblemError } from '../requests/problem-error';
import { maySucceedLater, pause, pauseAfter, type RetryPolicy } from '../requests/retrying';
import type { EventRecord } from './event-record';
import { linesOf } from './lines';
import { SseParser } from './sse-parser';

/** Which events of the live stream. */
export interface LiveQuery {
  /** Begins after this position; `now` leaves out what is recorded already. Default: from the first. */
  readonly after?: number | 'now';
  /** Types of events, such as `AnnouncementMade`. */
  readonly types?: readonly string[];
  /** Ids or MIC:SYMBOL. */
  readonly instruments?: readonly string[];
}

/** What the live stream tells: an event, or that all recorded ones have come and the next will come as they happen. */
export type LiveMessage =
  { readonly kind: 'event'; readonly event: EventRecord } | { readonly kind: 'caughtUp'; readonly position: number };

/** Opens the stream; `lastEventId` is empty the first time. */
export type OpenLive = (lastEventId: string) => Promise<ReadableStream<Uint8Array>>;

/** The server says something several times a minute: a connection that is silent for so long is dead. */
const SILENCE_MS = 60_000;

/**
 * The live stream for as long as anybody takes from it: broken off, it is opened again after the last id. It ends by its
 * signal, or by what the server refuses.
 */
export async function* liveEvents(
  open: OpenLive,
  retries: RetryPolicy,
  signal?: AbortSignal,
): AsyncGenerator<LiveMessage> {
  const parser = new SseParser();
  for (let failures = 0; ;) {
    try {
      const body = await open(parser.lastEventId);
      for await (const line of linesOf(withoutSilence(body))) {
        failures = 0;
        const message = parser.push(line);
        const live = message === null ? null : read(message.event, message.data, parser.lastEventId);
        if (live !== null) yield live;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (isRefused(error)) throw error;
    }
    parser.dropBlock();
    failures += 1;
    await pause(Math.max(parser.retryMs ?? 0, pauseAfter(failures, retries)), signal);
  }
}

function read(event: string, data: string, id: string): LiveMessage | null {
  if (event === 'message') return { kind: 'event', event: JSON.parse(data) as EventRecord };
  // Names that a later server may use are not for this client.
  return event === 'caughtUp' ? { kind: 'caughtUp', position: Number(id) } : null;
}

/** A server that is away is waited for; one that says no is believed. */
function isRefused(error: unknown): boolean {
  if (error instanceof ProblemError) return !maySucceedLater(error.status);
  // A line that is no JSON would come again and again.
  return error instanceof SyntaxError;
}

/** The same bytes; fails once none have come for long. */
function withoutSilence(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new ConnectionError('the live stream fell silent')), SILENCE_MS);
      });
      try {
        const { done, value } = await Promise.race([reader.read(), silence]);
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        await reader.cancel().catch(() => undefined);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
