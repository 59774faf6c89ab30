import type { z } from 'zod';
import { BarsRecorded, BarsRevised, type RecordedEvent } from '@streakline/events';
import { fromDay, toDay } from '@streakline/market-time';
import type { KnownBar } from './bar';

/**
 * The bars of an instrument that stand at present. Twenty years are 5,000 sessions, and a tape fed daily is as many
 * events: so a year is one block of numbers (a row a day), and an event copies only the years that it touches.
 */
export interface KnownBars {
  readonly years: ReadonlyMap<number, Float64Array>;
  /** By session: what stood there before each revision, so that repeating an old delivery is told from a new claim. */
  readonly superseded: ReadonlyMap<string, readonly KnownBar[]>;
}

/** Columns of a row; NaN: absent. An empty row has the close 0. */
const OPEN = 0;
const HIGH = 1;
const LOW = 2;
const CLOSE = 3;
const VOLUME = 4;
const BASIS_DAY = 5;
const KNOWN_AT = 6;
const POSITION = 7;
const WIDTH = 8;
const DAYS = 366;

type Delivery = z.infer<typeof BarsRecorded.schema> | z.infer<typeof BarsRevised.schema>;

/** Folds the stream of an instrument's bars. */
export const knownBarsFold = {
  initialState: { years: new Map(), superseded: new Map() } as KnownBars,
  evolve(state: KnownBars, event: RecordedEvent): KnownBars {
    if (BarsRecorded.is(event)) {
      const knownAt = event.data.knownAt === undefined ? Number.NaN : Date.parse(event.data.knownAt);
      return { ...state, years: written(state.years, event.data, knownAt, event.position) };
    }
    if (BarsRevised.is(event)) {
      const years = written(state.years, event.data, event.knownAt, event.position);
      return { years, superseded: withReplaced(state, event.data) };
    }
    return state;
  },
};

/** The bar that stands for a session, if there is one. */
export function barOn(state: KnownBars, session: string): KnownBar | undefined {
  const { year, row } = placeOf(session);
  const block = state.years.get(year);
  if (block === undefined || block[row + CLOSE] === 0) return undefined;
  const at = (column: number) => block[row + column]!;
  const figure = (column: number) => (Number.isNaN(at(column)) ? undefined : at(column));
  return {
    session,
    open: figure(OPEN),
    high: figure(HIGH),
    low: figure(LOW),
    close: at(CLOSE),
    volume: figure(VOLUME),
    basisAsOf: Number.isNaN(at(BASIS_DAY)) ? null : fromDay(at(BASIS_DAY)),
    knownAt: figure(KNOWN_AT) ?? null,
    position: at(POSITION),
  };
}

/** A later knownAt wins, and of equal ones the later position: an older word that arrives late changes nothing. */
function written(years: KnownBars['years'], delivery: Delivery, knownAt: number, position: number): KnownBars['years'] {
  const copies = new Map<number, Float64Array>();
  const basisDay = delivery.basisAsOf === null ? Number.NaN : toDay(delivery.basisAsOf);
  delivery.sessions.forEach((session, index) => {
    const { year, row } = placeOf(session);
    const block = copies.get(year) ?? years.get(year)?.slice() ?? new Float64Array(DAYS * WIDTH);
    copies.set(year, block);
    if (block[row + CLOSE] !== 0 && rank(knownAt) < rank(block[row + KNOWN_AT]!)) return;
    block.set(rowOf(delivery, index, [basisDay, knownAt, position]), row);
  });
  return new Map([...years, ...copies]);
}

/** A row in the order of the columns. */
function rowOf(
  delivery: Delivery,
  index: number,
  origin: readonly [basisDay: number, knownAt: number, position: number],
) {
  const at = (column: readonly (number | null)[] | undefined) => column?.[index] ?? Number.NaN;
  const { open, high, low, close, volume } = delivery;
  return [at(open), at(high), at(low), at(close), at(volume), ...origin];
}

/** Known at the session's close (NaN) comes before every stated moment: those are never before the close. */
function rank(knownAt: number): number {
  return Number.isNaN(knownAt) ? Number.NEGATIVE_INFINITY : knownAt;
}

function withReplaced(state: KnownBars, { sessions }: Delivery): KnownBars['superseded'] {
  const superseded = new Map(state.superseded);
  for (const session of sessions) {
    const before = barOn(state, session);
    if (before !== undefined) superseded.set(session, [...(superseded.get(session) ?? []), before]);
  }
  return superseded;
}

const newYearsDays = new Map<number, number>();

function placeOf(session: string): { year: number; row: number } {
  const year = Number(session.slice(0, 4));
  const newYearsDay = newYearsDays.get(year) ?? toDay(`${session.slice(0, 4)}-01-01`);
  newYearsDays.set(year, newYearsDay);
  return { year, row: (toDay(session) - newYearsDay) * WIDTH };
}
