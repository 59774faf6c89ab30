import { setTimeout as wait } from 'node:timers/promises';
import { BarsRecorded, type InstrumentId, isInstrumentId, uuidOf } from '@streakline/events';
import type { EventStore } from '@streakline/event-store';
import { until } from '@streakline/testing';
import { interleaved, marketHistory } from '../market-history';
import type { Statement } from '../tape-history';
import { newsHistory, newsInstrumentOf } from './news-history';

const LANES = 3;
const PAUSE_MS = 250;
const HURRIED_PAUSE_MS = 5;
const PATIENCE_MS = 60_000;
/** Told at once: enough of a market that every table has rows. */
const FIRST_STATEMENTS = 160;

export interface TellingOptions {
  readonly seed: number;
  /** Milliseconds between one writer's statements when nobody asks for more; default 250. */
  readonly pause?: number;
}

/**
 * Some writers who tell random histories of markets, one of them the news of an instrument, statement by statement, and say each again until it is
 * acknowledged, whatever happens meanwhile. They trickle on until they are told to end, so that no step of a process
 * waits for something to do, and hurry while more() asks them to. What they were told is kept.
 */
export class Telling {
  /** The id acknowledged for each position. */
  readonly receipts = new Map<number, string>();
  private over = false;
  private abandoned = false;
  private goal = FIRST_STATEMENTS;
  private instrumentId: InstrumentId | undefined;
  private readonly writers: readonly Promise<void>[];

  constructor(
    private readonly store: EventStore,
    private readonly options: TellingOptions,
  ) {
    const histories = Array.from({ length: LANES }, (_, lane) => endlessHistory(options.seed * LANES + lane));
    this.writers = [...histories, newsHistory(options.seed)].map((history) => this.tell(history));
  }

  get seed(): number {
    return this.options.seed;
  }

  /** Resolves when so many more statements were acknowledged: something happens under load, not beside it. */
  async more(count: number): Promise<void> {
    const goal = this.receipts.size + count;
    this.goal = Math.max(this.goal, goal);
    await until(`${count} more statements`, () => this.receipts.size >= goal, { patienceMs: PATIENCE_MS });
  }

  /** Tells something of an instrument told of before, as no command would let through: bars without their sessions. */
  async poison(): Promise<void> {
    const { instrumentId } = this;
    if (instrumentId === undefined) throw new Error('no instrument was told of yet');
    const event = BarsRecorded.create({ instrumentId, source: 'nobody', basisAsOf: null, sessions: [], close: [] }, 0);
    const data = { instrumentId, source: 'nobody' };
    await this.say({ streamId: 'poison', event: { ...event, data, id: uuidOf(['poison', instrumentId]) } });
  }

  /** Lets each writer finish its statement. */
  async end(): Promise<void> {
    this.over = true;
    await Promise.all(this.writers);
  }

  /** Ends it, acknowledged or not: the test is over. */
  async abandon(): Promise<void> {
    this.abandoned = true;
    await this.end();
  }

  private async tell(statements: Iterable<Statement>): Promise<void> {
    const places = new Map<string, number>();
    for (const { streamId, event } of statements) {
      if (this.over) return;
      const place = places.get(streamId) ?? 0;
      places.set(streamId, place + 1);
      this.instrumentId ??= event.keys.filter(isInstrumentId).find((id) => id !== newsInstrumentOf(this.seed));
      await this.say({ streamId, event: { ...event, id: uuidOf([streamId, place]) } });
      await wait(this.receipts.size < this.goal ? HURRIED_PAUSE_MS : (this.options.pause ?? PAUSE_MS));
    }
  }

  private async say({ streamId, event }: Statement): Promise<void> {
    while (!this.abandoned) {
      try {
        const streams = [{ streamId, expectedVersion: 'any' as const, events: [event] }];
        const result = await this.store.append({ streams, correlationId: uuidOf([streamId]) });
        if (!('events' in result)) throw new Refused(`${streamId}: ${result.outcome}`);
        for (const { position, id } of result.events) this.receipts.set(position, id);
        return;
      } catch (error) {
        if (error instanceof Refused) throw error;
        // PostgreSQL is away, which is what these tests are about: a source that got no answer says it again.
        await wait(100);
      }
    }
  }
}

class Refused extends Error {}

/** One market's history after the other, each owner's statements in their order. */
function* endlessHistory(seed: number): Iterable<Statement> {
  for (let market = 0; ; market += 1) {
    const ownSeed = seed * 1_000 + market;
    yield* interleaved(marketHistory(ownSeed, { instruments: 12, announcements: 18 }), ownSeed);
  }
}
