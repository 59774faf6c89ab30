import { randomUUID } from 'node:crypto';
import { type InstrumentId, type RecordedEvent, symbolSchema } from '@streakline/events';
import { decideAndAppend, type EventStore, isRefusal, type LoadState } from '@streakline/event-store';
import {
  decideListing,
  holderNow,
  holderOn,
  instrumentFold,
  type InstrumentState,
  instrumentStream,
  resolveInstrument,
  symbolFold,
  type SymbolState,
  symbolStream,
} from '@streakline/instruments';
import { exchanges } from '@streakline/market-time';
import type { SeriesTraits } from '../gather/series';
import type { PriceImportOptions } from '../import-options';
import { reader } from '../record/reader';
import { spellingsOf } from './spellings';

/** Whom rows are recorded of. */
export interface Owner {
  readonly instrumentId: InstrumentId;
  /** MIC:SYMBOL, for people. */
  readonly ref: string;
  /** What would be on record, of one that a dry run would list. */
  readonly wouldBe?: InstrumentState;
}

export interface NoOwner {
  readonly code: 'notOnRecord' | 'ambiguousSymbol' | 'unknownInstrument';
  readonly detail: string;
}

/** Whom a symbol named on one exchange. */
interface Named {
  readonly mic: string;
  readonly symbol: string;
  readonly state: SymbolState;
}

/** Finds the instruments that symbols of files mean, and lists those that are not on record where that is wanted. */
export class Owners {
  readonly listed = new Set<InstrumentId>();
  private readonly named = new Map<string, Promise<readonly Named[]>>();

  constructor(
    private readonly store: EventStore,
    private readonly options: PriceImportOptions,
  ) {}

  /** The owner of the rows of `session` (YYYY-MM-DD). */
  async of({ symbol, isRef, isDated }: SeriesTraits, session: string): Promise<Owner | NoOwner> {
    if (isRef || symbol.includes(':')) return this.byRef(symbol, session);
    const named = await this.namedBy(symbol);
    const holders = unique(
      named.flatMap(({ mic, symbol: name, state }) => {
        const tenure = isDated
          ? holderOn(state, session)
          : (holderOn(state, session) ?? holderNow(state) ?? state.tenures.at(-1));
        return tenure === undefined ? [] : [{ instrumentId: tenure.instrumentId, ref: `${mic}:${name}` }];
      }),
    );
    const [first, ...others] = holders;
    if (first === undefined) return named.length === 0 ? this.list(symbol) : notThen(symbol, session);
    if (others.length === 0) return first;
    const refs = holders.map(({ ref }) => ref).join(', ');
    return { code: 'ambiguousSymbol', detail: `${symbol} is ${refs}. Say which by --mic or --instrument` };
  }

  /** The dates, ascending, from which on a symbol may name another instrument than before. */
  async seams(symbol: string): Promise<readonly string[]> {
    const named = symbol.includes(':') ? [] : await this.namedBy(symbol);
    const dates = named.flatMap(({ state }) => state.tenures.flatMap(({ from, to }) => [from, to]));
    return [...new Set(dates.filter((date) => date !== null))].sort();
  }

  private async byRef(ref: string, session: string): Promise<Owner | NoOwner> {
    const found = await resolveInstrument(this.store, ref, session);
    const instrument = isRefusal(found) ? await resolveInstrument(this.store, ref) : found;
    if (isRefusal(instrument)) return { code: 'unknownInstrument', detail: instrument.detail };
    return { instrumentId: instrument.instrumentId, ref: `${instrument.mic}:${instrument.symbol}` };
  }

  private namedBy(symbol: string): Promise<readonly Named[]> {
    const known = this.named.get(symbol);
    if (known !== undefined) return known;
    const found = this.lookUp(symbol);
    this.named.set(symbol, found);
    return found;
  }

  private async lookUp(symbol: string): Promise<readonly Named[]> {
    const load = reader(this.store);
    const spellings = spellingsOf(symbol).filter((one) => symbolSchema.safeParse(one).success);
    const mics = this.options.mic === undefined ? exchanges : [this.options.mic];
    const asked = mics.flatMap((mic) => spellings.map((spelling) => ({ mic, symbol: spelling })));
    const named = await Promise.all(
      asked.map(async (name) => ({ ...name, ...(await load(symbolStream(name.mic, name.symbol), symbolFold)) })),
    );
    return named.filter(({ state }) => state.tenures.length > 0);
  }

  private async list(symbol: string): Promise<Owner | NoOwner> {
    const { mic, listMissing, dryRun, now } = this.options;
    const name = spellingsOf(symbol).findLast((one) => symbolSchema.safeParse(one).success);
    if (listMissing === undefined || mic === undefined || name === undefined) return notOnRecord(symbol, mic);
    const said = { symbol: name, mic, name, currency: listMissing.currency };
    if (dryRun === true) return this.wouldList(said);
    const receipt = await decideAndAppend(this.store, { now, correlationId: randomUUID() }, (load) =>
      decideListing(load, said),
    );
    if (isRefusal(receipt)) return { code: 'notOnRecord', detail: receipt.detail };
    this.named.delete(symbol);
    const instrumentId = receipt.id as InstrumentId;
    if (receipt.said === 'now') this.listed.add(instrumentId);
    return { instrumentId, ref: `${mic}:${name}` };
  }

  private async wouldList(said: Parameters<typeof decideListing>[1]): Promise<Owner | NoOwner> {
    const load: LoadState = reader(this.store);
    const decided = await decideListing(load, said);
    if (isRefusal(decided)) return { code: 'notOnRecord', detail: decided.detail };
    const instrumentId = decided.id as InstrumentId;
    const events = decided.appends.filter(({ streamId }) => streamId === instrumentStream(instrumentId));
    const wouldBe = events
      .flatMap((append) => append.events)
      .reduce(
        (state, event) => instrumentFold.evolve(state, { ...event, position: 0 } as unknown as RecordedEvent),
        instrumentFold.initialState,
      );
    this.listed.add(instrumentId);
    return { instrumentId, ref: `${said.mic}:${said.symbol}`, wouldBe };
  }
}

function unique(owners: readonly Owner[]): readonly Owner[] {
  return owners.filter(
    ({ instrumentId }, index) => owners.findIndex((one) => one.instrumentId === instrumentId) === index,
  );
}

function notOnRecord(symbol: string, mic: string | undefined): NoOwner {
  const where = mic === undefined ? 'on no exchange known here' : `not on ${mic}`;
  const detail = `${symbol} is on record ${where}. List it first, or let --list-missing do so (with --mic and --currency)`;
  return {
    code: 'notOnRecord',
    detail: mic === undefined ? detail : detail.replace('is on record not', 'is not on record'),
  };
}

function notThen(symbol: string, session: string): NoOwner {
  return {
    code: 'notOnRecord',
    detail: `${symbol} names other times on record, but nothing on ${session}. Record the rename, or say whose the rows are by --instrument`,
  };
}
