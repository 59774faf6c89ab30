import {
  BenchmarkAssigned,
  DividendRecorded,
  InstrumentClassified,
  InstrumentListed,
  InstrumentRenamed,
  type RecordedEvent,
  ShareClassesRecorded,
  ShareCountRecorded,
  SplitRecorded,
  UnitRecorded,
} from '@streakline/events';
import type { Said } from './said';
import { evolveTrading, nothingOfTrading, type TradingState } from './trading-state';

export type Listing = Said<typeof InstrumentListed>;
export type Split = Said<typeof SplitRecorded>;
export type Dividend = Said<typeof DividendRecorded>;
export type ShareCount = Said<typeof ShareCountRecorded>;
export type ShareClasses = Said<typeof ShareClassesRecorded>;
export type Unit = Said<typeof UnitRecorded>;
export type Benchmark = Said<typeof BenchmarkAssigned>;
export type Sector = Said<typeof InstrumentClassified>;

/** The symbol and exchange under which an instrument trades from the session `from` on (null: from the first). */
export interface ListedName {
  readonly symbol: string;
  readonly mic: string;
  readonly from: string | null;
}

/** All that was said of an instrument; `listing` is null as long as nothing was. */
export interface InstrumentState extends TradingState {
  readonly listing: Listing | null;
  /** Oldest first, never empty once it is listed. */
  readonly names: readonly ListedName[];
  /** At most one a session, in the order they were said; one said again more fully replaces the other. */
  readonly splits: readonly Split[];
  readonly dividends: readonly Dividend[];
  readonly shareCounts: readonly ShareCount[];
  /** At most one a date, both; one said again replaces the other. */
  readonly shareClasses: readonly ShareClasses[];
  readonly units: readonly Unit[];
  readonly benchmarks: readonly Benchmark[];
  /** At most one a scheme and date; one said again more fully replaces the other. */
  readonly sectors: readonly Sector[];
}

const nothingSaid: InstrumentState = {
  listing: null,
  names: [],
  splits: [],
  dividends: [],
  shareCounts: [],
  shareClasses: [],
  units: [],
  benchmarks: [],
  sectors: [],
  ...nothingOfTrading,
};

/** Folds the stream of an instrument. */
export const instrumentFold = { initialState: nothingSaid, evolve };

function evolve(state: InstrumentState, event: RecordedEvent): InstrumentState {
  const { position } = event;
  if (InstrumentListed.is(event)) return listed(state, { ...event.data, position });
  if (InstrumentRenamed.is(event)) {
    const { symbol, mic, from } = event.data;
    return { ...state, names: [...state.names, { symbol, mic, from }] };
  }
  if (SplitRecorded.is(event)) {
    const others = state.splits.filter((split) => split.exDate !== event.data.exDate);
    return { ...state, splits: [...others, { ...event.data, position }] };
  }
  if (DividendRecorded.is(event)) return { ...state, dividends: [...state.dividends, { ...event.data, position }] };
  if (ShareCountRecorded.is(event))
    return { ...state, shareCounts: [...state.shareCounts, { ...event.data, position }] };
  if (BenchmarkAssigned.is(event)) return { ...state, benchmarks: [...state.benchmarks, { ...event.data, position }] };
  if (InstrumentClassified.is(event)) return classified(state, { ...event.data, position });
  if (ShareClassesRecorded.is(event))
    return { ...state, shareClasses: replacing(state.shareClasses, { ...event.data, position }) };
  if (UnitRecorded.is(event)) return { ...state, units: replacing(state.units, { ...event.data, position }) };
  return evolveTrading(state, event);
}

function replacing<Word extends { readonly from?: string | undefined }>(
  words: readonly Word[],
  word: Word,
): readonly Word[] {
  return [...words.filter(({ from }) => from !== word.from), word];
}

function classified(state: InstrumentState, sector: Sector): InstrumentState {
  const others = state.sectors.filter(({ scheme, from }) => scheme !== sector.scheme || from !== sector.from);
  return { ...state, sectors: [...others, sector] };
}

/** A second listing only adds what the first left open (issuer, cik): the name held until now stays. */
function listed(state: InstrumentState, listing: Listing): InstrumentState {
  if (state.names.length > 0) return { ...state, listing };
  const { symbol, mic } = listing;
  return { ...state, listing, names: [{ symbol, mic, from: null }] };
}

/** The name in force on a date; without a date, the newest. */
export function nameOn(state: InstrumentState, date?: string): ListedName | undefined {
  if (date === undefined) return state.names.at(-1);
  return state.names.findLast(({ from }) => from === null || from <= date);
}

/** The classes of its issuer in force on a date; undefined where none are on record for it. */
export function shareClassesOn({ shareClasses }: InstrumentState, date: string): ShareClasses | undefined {
  return shareClasses
    .filter(({ from }) => from === undefined || from <= date)
    .reduce<ShareClasses | undefined>((last, one) => ((one.from ?? '') >= (last?.from ?? '') ? one : last), undefined);
}
