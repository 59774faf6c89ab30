import type { PackedInstrument } from '@streakline/backtest';
import type { RecordedTimes } from '@streakline/event-store';

/** Where one year of an instrument's packed facts lies in the buffer. */
export interface SharedYear {
  readonly year: number;
  readonly offset: number;
  readonly length: number;
}

export interface SharedInstrument {
  readonly instrumentId: string;
  readonly years: readonly SharedYear[];
  /** Hash of what the event store says of it up to the market's position. */
  readonly digest: string;
  /** Ids of all that it was ever assigned, up to there. */
  readonly benchmarks: readonly string[];
}

/** What is known of instruments beside their packed facts; nothing of an instrument that is left out. */
export interface Provenance {
  readonly recorded: RecordedTimes;
  readonly digests: ReadonlyMap<string, string>;
  readonly benchmarks: ReadonlyMap<string, readonly string[]>;
}

const UNTOLD: Provenance = {
  recorded: { positions: [], recordedAt: [] },
  digests: new Map(),
  benchmarks: new Map(),
};

/** The facts of instruments in memory that any number of threads see: read from the store once. */
export interface SharedMarket {
  /** In the event store: what was recorded after it is left out of every replay. */
  readonly position: number;
  /** By id, whatever was asked for first. */
  readonly instruments: readonly SharedInstrument[];
  readonly buffer: SharedArrayBuffer;
  /** When their events were stored: float64 columns of positions and of epoch milliseconds, one after the other. */
  readonly recorded: SharedArrayBuffer;
}

/** Packs facts into memory that threads share. */
export function shareMarket(
  position: number,
  instruments: readonly PackedInstrument[],
  { recorded, digests, benchmarks }: Provenance = UNTOLD,
): SharedMarket {
  const sorted = [...instruments].sort((a, b) => (a.instrumentId < b.instrumentId ? -1 : 1));
  let bytes = 0;
  const placed = sorted.map(({ instrumentId, years }) => ({
    instrumentId,
    digest: digests.get(instrumentId) ?? '',
    benchmarks: benchmarks.get(instrumentId) ?? [],
    years: years.map(({ year, packed }) => {
      const offset = bytes;
      bytes += packed.length;
      return { year, offset, length: packed.length };
    }),
  }));
  const buffer = new SharedArrayBuffer(bytes);
  const target = Buffer.from(buffer);
  sorted.forEach(({ years }, i) =>
    years.forEach(({ packed }, year) => target.set(packed, placed[i]!.years[year]!.offset)),
  );
  return { position, instruments: placed, buffer, recorded: sharedTimes(recorded) };
}

function sharedTimes({ positions, recordedAt }: RecordedTimes): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(positions.length * 16);
  new Float64Array(shared).set([...positions, ...recordedAt]);
  return shared;
}

/** When the event at a position was stored, epoch milliseconds; NaN where it concerns none of the market's instruments. */
export function recordedAtOf({ recorded }: Pick<SharedMarket, 'recorded'>): (position: number) => number {
  const length = recorded.byteLength / 16;
  const [positions, times] = [new Float64Array(recorded, 0, length), new Float64Array(recorded, length * 8, length)];
  return (position) => {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (positions[middle]! < position) low = middle + 1;
      else high = middle;
    }
    return positions[low] === position ? times[low]! : Number.NaN;
  };
}

/** The packed facts again, as views of the shared memory. */
export function packedOf({ instruments, buffer }: SharedMarket): readonly PackedInstrument[] {
  return instruments.map(({ instrumentId, years }) => ({
    instrumentId,
    years: years.map(({ year, offset, length }) => ({ year, packed: Buffer.from(buffer, offset, length) })),
  }));
}
