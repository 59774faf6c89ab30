import { announcementStream } from '@streakline/announcements';
import type { EventStore, StreamAppend } from '@streakline/event-store';
import { type NewEvent, uuidOf } from '@streakline/events';
import { instrumentStream, symbolStream } from '@streakline/instruments';
import { barsStream } from '@streakline/market-data';
import { GeneratedMarketError } from './generated-market-error';
import { type GeneratedInstrument, generateInstruments } from './market';
import type { MarketOptions } from './market-options';

/** What a market that was written holds. */
export interface WrittenMarket {
  /** The index among them. */
  readonly instruments: number;
  readonly bars: number;
  readonly announcements: number;
  readonly events: number;
  /** Of them, those that were not on record before. */
  readonly added: number;
  /** Of the newest of its events. */
  readonly position: number;
}

export interface WriteOptions {
  /** Called after each instrument, with the number of those done. */
  readonly onProgress?: (done: number) => void;
  /** Ends it after the instruments in hand; what is written stands, and the same call goes on from there. */
  readonly signal?: AbortSignal;
}

/** Instruments on their way at a time: the next is made while the store writes. */
const IN_FLIGHT = 8;

/**
 * Writes a generated market to a store, an instrument an append. Ids follow from the options, so that doing it again adds
 * nothing, and goes on where an interrupted one ended.
 *
 * @throws GeneratedMarketError `invalidOption`; `anotherMarket` where the store holds one of its symbols already, from
 *   elsewhere or from other options
 */
export async function writeMarket(
  store: EventStore,
  options: MarketOptions,
  { onProgress, signal }: WriteOptions = {},
): Promise<WrittenMarket> {
  const sum = { instruments: 0, bars: 0, announcements: 0, events: 0, added: 0, position: 0 };
  const write = async (instrument: GeneratedInstrument) => {
    const { added, position } = await append(store, options, instrument);
    sum.instruments += 1;
    sum.bars += barsOf(instrument);
    sum.announcements += instrument.announcements.length;
    sum.events += eventsOf(instrument);
    sum.added += added;
    sum.position = Math.max(sum.position, position);
    onProgress?.(sum.instruments);
  };
  const instruments = generateInstruments(options);
  const next = () => instruments.next().value ?? undefined;
  const worker = async () => {
    for (let one = next(); one !== undefined && !signal?.aborted; one = next()) await write(one);
  };
  // The index stands alone: a store with another market is refused before anything is written.
  const index = next();
  if (index !== undefined) await write(index);
  await settled(Array.from({ length: IN_FLIGHT }, worker));
  return sum;
}

/** All of them, also where one fails: nothing is at work any more when this throws. */
async function settled(workers: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(workers)) if (result.status === 'rejected') throw result.reason;
}

async function append(
  store: EventStore,
  options: MarketOptions,
  instrument: GeneratedInstrument,
): Promise<{ readonly added: number; readonly position: number }> {
  const { mic, symbol } = instrument.listed;
  const result = await store.append({ streams: streamsOf(options, instrument) });
  if (result.outcome === 'appended' || result.outcome === 'alreadyAppended') {
    const position = result.events.at(-1)?.position ?? 0;
    return { added: result.outcome === 'appended' ? result.events.length : 0, position };
  }
  throw new GeneratedMarketError(
    'anotherMarket',
    `${mic}:${symbol} is on record already, and not from this market: write it to an empty store, or give the same seed, years, instruments, announcements, end and faults as before`,
  );
}

/** The streams that the write side keeps too: what is generated can be corrected, renamed and added to afterwards. */
function streamsOf(options: MarketOptions, instrument: GeneratedInstrument): readonly StreamAppend[] {
  const { instrumentId, mic, symbol } = instrument.listed;
  const { instruments, years, announcements, seed, end, faults } = options;
  const market = ['generated-market', instruments, years, announcements, seed, end, faults];
  const stream = (streamId: string, events: readonly NewEvent[]): StreamAppend => ({
    streamId,
    expectedVersion: 'none',
    events: events.map((event, at) => ({ ...event, id: uuidOf([...market, streamId, at]) })),
  });
  return [
    stream(instrumentStream(instrumentId), instrument.own),
    stream(symbolStream(mic, symbol), [instrument.symbol]),
    stream(barsStream(instrumentId), instrument.bars),
    ...instrument.announcements.map(({ announcementId, made }) => stream(announcementStream(announcementId), [made])),
  ];
}

function eventsOf({ own, bars, announcements }: GeneratedInstrument): number {
  return own.length + 1 + bars.length + announcements.length;
}

function barsOf({ bars }: GeneratedInstrument): number {
  return bars.reduce((sum, { data }) => sum + (data as { sessions: readonly string[] }).sessions.length, 0);
}
