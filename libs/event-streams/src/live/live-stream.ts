import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { EventStore, RawEvent } from '@streakline/event-store';
import type { RecordedEvent } from '@streakline/events';
import { eventLine } from '../records/event-line';

export interface LiveStreamOptions {
  /** Begin behind this position. */
  readonly after: number;
  readonly types?: readonly string[] | undefined;
  /** Ids of which an event concerns one. */
  readonly keys?: readonly string[] | undefined;
  /** Milliseconds between signs of life; default 15,000. */
  readonly heartbeatMs?: number | undefined;
}

const HEARTBEAT_MS = 15_000;
/** After how long a client is to come back, in milliseconds. */
const RETRY_MS = 1_000;
/** Where events are chosen, the past is read in stretches of so many, so that the place moves also where nothing is told. */
const STRETCH = 50_000;
const LARGEST_BATCH = 500;

/**
 * Events as Server-Sent Events (the HTML Standard, section 9.2), for one client: the past, `caughtUp`, then what is
 * stored, no faster than it is taken. Every event has its position as id. A sign of life is an id and nothing else,
 * which browsers take note of and do not tell: so that, coming back, a client whose filter lets little through does not
 * begin where it last heard something.
 */
export class LiveStream {
  private place: number;
  private isOver = false;
  /** Resolves when the client is gone, or the server stops. */
  private readonly over: Promise<void>;

  constructor(
    private readonly store: EventStore,
    private readonly response: ServerResponse,
    private readonly options: LiveStreamOptions,
  ) {
    this.place = options.after;
    this.over = new Promise((resolve) => {
      for (const sign of ['close', 'draining']) {
        response.once(sign, () => {
          this.isOver = true;
          resolve();
        });
      }
    });
  }

  /** Resolves when it is over; rejects where the events cannot be read. */
  async run(): Promise<void> {
    const timer = setInterval(() => this.signOfLife(), this.options.heartbeatMs ?? HEARTBEAT_MS);
    try {
      this.begin();
      await this.tellPast();
      await this.write(`event: caughtUp\nid: ${this.place}\ndata: {"position":${this.place}}\n\n`);
      await this.follow();
    } finally {
      clearInterval(timer);
    }
    this.response.end();
  }

  private begin(): void {
    this.response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      // A proxy that collects packets (nginx) would keep events back.
      'X-Accel-Buffering': 'no',
    });
    this.response.write(`retry: ${RETRY_MS}\nid: ${this.place}\n\n`);
  }

  private async tellPast(): Promise<void> {
    const { types, keys } = this.options;
    const stretch = types === undefined && keys === undefined ? Infinity : STRETCH;
    for (let head = await this.store.head(); this.place < head && !this.isOver; head = await this.store.head()) {
      const upTo = Math.min(head, this.place + stretch);
      for await (const events of this.store.readRaw({ after: this.place, upTo, types, keys })) {
        await this.tell(events);
        if (this.isOver) return;
      }
      this.place = upTo;
    }
  }

  private async follow(): Promise<void> {
    if (this.isOver) return;
    const subscription = this.store.subscribe({
      after: this.place,
      maxBatch: LARGEST_BATCH,
      handle: async (events) => {
        await this.tell(events.filter((event) => this.concerns(event)).map(rawOf));
        this.place = events.at(-1)?.position ?? this.place;
      },
    });
    await Promise.race([this.over, subscription.ended]);
    await subscription.stop();
  }

  private concerns({ type, keys }: RecordedEvent): boolean {
    const { types: ofTypes, keys: ofKeys } = this.options;
    return (ofTypes?.includes(type) ?? true) && (ofKeys?.some((key) => keys.includes(key)) ?? true);
  }

  private async tell(events: readonly RawEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.write(events.map((event) => `id: ${event.position}\ndata: ${eventLine(event)}\n\n`).join(''));
    this.place = events.at(-1)?.position ?? this.place;
  }

  private async write(text: string): Promise<void> {
    if (this.isOver || this.response.write(text)) return;
    await Promise.race([once(this.response, 'drain'), this.over]);
  }

  /** What has not even been taken needs none. */
  private signOfLife(): void {
    if (!this.isOver && !this.response.writableNeedDrain) this.response.write(`id: ${this.place}\n\n`);
  }
}

function rawOf({ data, ...head }: RecordedEvent): RawEvent {
  return { ...head, json: JSON.stringify(data) };
}
