import type { EventRecord, StreaklineClient } from '@streakline/client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useClient } from './client';
import { connection } from './connection';
import { useMoment } from './moment';
import { reasonOf } from '../ui/problem';
import { positionOf } from './rests-on';
import { Store } from './store';

/** The position of the newest event that the live stream told of: answers must not rest on less. 0: none yet. */
export const liveFloor = new Store(0);

/** What the stream told last, newest last; a few dozen are kept for those who show what is new. */
const newest = new Store<readonly EventRecord[]>([]);
const KEPT = 50;
/** Milliseconds in which events are taken together: an import is one refresh, not thousands. */
const TOGETHER_MS = 400;

/** The newest events of the live stream since the page was opened, newest last. */
export function useNewestEvents(): readonly EventRecord[] {
  return useSyncExternalStore(newest.subscribe, newest.get);
}

/** Follows the live stream while the app is about now, and asks anew for what the page shows when something happened. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const queryClient = useQueryClient();
  const isNow = useMoment() === null;
  useEffect(() => {
    const stop = new AbortController();
    void follow(client, queryClient, isNow, stop.signal);
    return () => stop.abort();
  }, [client, queryClient, isNow]);
  useEffect(() => refreshOnRecovery(queryClient), [queryClient]);
  return children;
}

async function follow(client: StreaklineClient, queries: QueryClient, isNow: boolean, signal: AbortSignal) {
  streamRefusal.set(null);
  const refresh = new Refresh(queries, isNow);
  try {
    // What happened while nobody looked is in the answers already, or comes after the floor.
    const after = liveFloor.get() === 0 ? 'now' : liveFloor.get();
    for await (const message of client.live({ after }, { signal })) {
      if (message.kind === 'event') refresh.take(message.event);
      else refresh.catchUp(message.position);
    }
  } catch (error) {
    // Whoever asks next is refused too, and a new key follows anew.
    if (!signal.aborted) streamRefusal.set(reasonOf(error));
  } finally {
    refresh.stop();
  }
}

/** Why the live stream ended, where the server refused it; null while it runs. */
export const streamRefusal = new Store<string | null>(null);

/** Asks anew for what the pages show, once for many events, and never faster than the server answers. */
class Refresh {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending: EventRecord[] = [];
  private pauseMs = TOGETHER_MS;

  constructor(
    private readonly queries: QueryClient,
    private readonly isNow: boolean,
  ) {}

  take(event: EventRecord): void {
    this.pending = [...this.pending.slice(-KEPT), event];
    this.schedule();
  }

  /** What was answered before the stream was open may lack what happened between the two. */
  catchUp(position: number): void {
    liveFloor.set(Math.max(position, liveFloor.get()));
    if (this.isNow) void this.queries.invalidateQueries({ predicate: ({ state }) => isBefore(state.data, position) });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async flush(): Promise<void> {
    const events = this.pending;
    this.pending = [];
    newest.set([...newest.get(), ...events].slice(-KEPT));
    liveFloor.set(Math.max(events.at(-1)?.position ?? 0, liveFloor.get()));
    const began = performance.now();
    if (this.isNow) await this.queries.invalidateQueries();
    this.pauseMs = Math.max(TOGETHER_MS, performance.now() - began);
    this.timer = undefined;
    if (this.pending.length > 0) this.schedule();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.flush(), this.pauseMs);
  }
}

function isBefore(answer: unknown, position: number): boolean {
  const rests = positionOf(answer);
  return rests !== null && rests < position;
}

function refreshOnRecovery(queries: QueryClient): () => void {
  let before = connection.get();
  return connection.subscribe(() => {
    const now = connection.get();
    if (before !== 'ok' && now === 'ok') void queries.invalidateQueries();
    before = now;
  });
}
