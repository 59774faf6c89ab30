import { type InstrumentId, symbolSchema } from '@streakline/events';
import { type EventStore, isRefusal, type LoadState } from '@streakline/event-store';
import {
  exchangeOfInstrument,
  findInstrument,
  holderNow,
  holderOn,
  instrumentFold,
  type InstrumentState,
  instrumentStream,
  symbolFold,
  type SymbolState,
  symbolStream,
} from '@streakline/instruments';
import { type Exchange, exchanges } from '@streakline/market-time';

/** Whom a row is about. */
export interface Owner {
  readonly instrumentId: InstrumentId;
  readonly name: string;
  readonly currency: string;
  readonly exchange: Exchange;
}

/** What a row says of its owner. `on`: YYYY-MM-DD. */
export interface OwnerSaid {
  readonly symbol: string | null;
  readonly exchange: string | null;
  readonly on: string;
}

/** Why no owner was found. */
export interface NoOwner {
  readonly code: string;
  readonly reason: string;
}

/** The MICs that vendors' names of exchanges stand for. */
const micsByName: Readonly<Record<string, string>> = {
  nasdaq: 'XNAS',
  nasdaqgs: 'XNAS',
  nasdaqgm: 'XNAS',
  nasdaqcm: 'XNAS',
  nms: 'XNAS',
  nyse: 'XNYS',
  nyq: 'XNYS',
  nysearca: 'ARCX',
  arca: 'ARCX',
  lse: 'XLON',
  xetra: 'XETR',
  tsx: 'XTSE',
  tse: 'XTKS',
  hkex: 'XHKG',
  sehk: 'XHKG',
  asx: 'XASX',
};

/** Finds whom rows are about, reading each stream once. */
export class Owners {
  private readonly symbols = new Map<string, Promise<SymbolState>>();
  private readonly owners = new Map<InstrumentId, Promise<Owner | undefined>>();
  private told: Promise<Owner | NoOwner> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly options: { readonly instrument?: string | undefined; readonly mic?: string | undefined },
  ) {}

  async find(said: OwnerSaid): Promise<Owner | NoOwner> {
    const { instrument } = this.options;
    if (instrument !== undefined) return (this.told ??= this.findTold(instrument));
    if (said.symbol === null) {
      return { code: 'noSymbol', reason: 'the row names no symbol: say whose all rows are by --instrument MIC:SYMBOL' };
    }
    const mics = this.micsOf(said);
    if (!Array.isArray(mics)) return mics;
    const held = await this.holders(mics, said.symbol, said.on);
    const [first, second] = held;
    if (first === undefined) return unknown(said.symbol, mics);
    if (second !== undefined) {
      const reason = `${said.symbol} is on record on ${held.map(({ mic }) => mic).join(' and ')}: say which by --mic, or a column of exchanges`;
      return { code: 'ambiguousSymbol', reason };
    }
    return (await this.owner(first.instrumentId)) ?? unknown(said.symbol, mics);
  }

  private micsOf({ exchange }: OwnerSaid): string[] | NoOwner {
    if (exchange === null) return this.options.mic === undefined ? [...exchanges] : [this.options.mic];
    const mic = exchanges.find((known) => known === exchange.toUpperCase()) ?? micsByName[bare(exchange)];
    if (mic !== undefined) return [mic];
    if (this.options.mic !== undefined) return [this.options.mic];
    return {
      code: 'unknownExchange',
      reason: `${JSON.stringify(exchange.slice(0, 40))} is no exchange that is known: one of ${exchanges.join(', ')}`,
    };
  }

  /** Whoever held the symbol on that date; where nobody did, whoever holds it now. One an exchange. */
  private async holders(mics: readonly string[], symbol: string, on: string) {
    for (const spelling of spellingsOf(symbol)) {
      const states = await Promise.all(mics.map((mic) => this.symbol(mic, spelling)));
      const held = states.flatMap((state, index) => {
        const tenure = holderOn(state, on) ?? holderNow(state) ?? state.tenures.at(-1);
        return tenure === undefined ? [] : [{ mic: mics[index] ?? '', instrumentId: tenure.instrumentId }];
      });
      if (held.length > 0) return held;
    }
    return [];
  }

  private symbol(mic: string, symbol: string): Promise<SymbolState> {
    const stream = symbolStream(mic, symbol);
    const known = this.symbols.get(stream);
    if (known !== undefined) return known;
    const read = this.store
      .readStream(stream)
      .then((events) => events.reduce((state, event) => symbolFold.evolve(state, event), symbolFold.initialState));
    this.symbols.set(stream, read);
    return read;
  }

  private owner(instrumentId: InstrumentId): Promise<Owner | undefined> {
    const known = this.owners.get(instrumentId);
    if (known !== undefined) return known;
    const read = this.store.readStream(instrumentStream(instrumentId)).then((events) =>
      ownerOf(
        instrumentId,
        events.reduce((state, event) => instrumentFold.evolve(state, event), instrumentFold.initialState),
      ),
    );
    this.owners.set(instrumentId, read);
    return read;
  }

  private async findTold(ref: string): Promise<Owner | NoOwner> {
    const load: LoadState = async (streamId, fold) => {
      const events = await this.store.readStream(streamId);
      const state = events.reduce((before, event) => fold.evolve(before, event), fold.initialState);
      return { state, version: events.length };
    };
    const found = await findInstrument(load, ref);
    if (isRefusal(found)) return { code: found.code, reason: found.detail };
    return ownerOf(found.instrumentId, found.state) ?? { code: 'unknownInstrument', reason: `${ref} is not listed` };
  }
}

function ownerOf(instrumentId: InstrumentId, state: InstrumentState): Owner | undefined {
  if (state.listing === null) return undefined;
  const { name, currency } = state.listing;
  return { instrumentId, name, currency, exchange: exchangeOfInstrument(state) };
}

/** As written; classes with a point as exchanges do (BRK-B, BRK/B); without the country that some vendors add (AMZN.US). */
function spellingsOf(symbol: string): readonly string[] {
  const written = symbol.toUpperCase();
  const all = [written, written.replace(/[-/ ]/g, '.'), written.replace(/\.(?:US|L|DE|TO|T|HK|AX)$/, '')];
  return [...new Set(all)].filter((each) => symbolSchema.safeParse(each).success);
}

function unknown(symbol: string, mics: readonly string[]): NoOwner {
  const where = mics.length === 1 ? mics[0] : 'any exchange';
  const reason = `${symbol.slice(0, 40)} names no instrument on ${where ?? ''}: list it first by POST /v1/instruments`;
  return { code: 'unknownInstrument', reason };
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
