import { isInstrumentId } from '@streakline/events';
import { type Exchange, exchange, exchanges, spliceExchanges } from '@streakline/market-time';

/** An event that gave an instrument a name: its listing (`from` null), or a rename that holds from a date on. */
export interface NameGiven {
  readonly position: number;
  readonly instrumentId: string;
  readonly mic: string;
  readonly symbol: string;
  readonly from: string | null;
}

/** The names and exchanges of all instruments, as recorded by a position. */
export class ListingsAt {
  /** How many names were given. */
  readonly count: number;
  private readonly names = new Map<string, readonly NameGiven[]>();
  private readonly spliced = new Map<string, Exchange | null>();

  constructor(given: readonly NameGiven[]) {
    this.count = given.length;
    for (const name of given) {
      // Of two for one date the later recorded holds.
      const others = (this.names.get(name.instrumentId) ?? []).filter(({ from }) => from !== name.from);
      const all = [...others, name].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
      this.names.set(name.instrumentId, all);
    }
  }

  /** The exchange of an instrument's whole life; null where it is not listed, or on an exchange whose calendar is not known. */
  exchangeOf(instrumentId: string): Exchange | null {
    const parts = (this.names.get(instrumentId) ?? []).filter(({ mic }, i, all) => mic !== all[i - 1]?.mic);
    const key = parts.map(({ mic, from }) => `${mic} ${from ?? ''}`).join();
    const known = this.spliced.get(key);
    if (known !== undefined) return known;
    const fresh = splice(parts);
    this.spliced.set(key, fresh);
    return fresh;
  }

  /** The instrument that a ref names: its id, or MIC:SYMBOL, whose last holder it is; undefined where it names none. */
  resolve(ref: string): string | undefined {
    if (isInstrumentId(ref)) return this.names.has(ref) ? ref : undefined;
    const holdings = [...this.names.values()].flatMap((names) =>
      names.flatMap(({ mic, symbol, instrumentId, from }, place) =>
        `${mic}:${symbol}` === ref ? [{ instrumentId, from: from ?? '', until: names[place + 1]?.from ?? '~' }] : [],
      ),
    );
    // As the read models have it: who holds it still, else who gave it up last.
    holdings.sort((a, b) => order(b.until, a.until) || order(b.from, a.from) || order(a.instrumentId, b.instrumentId));
    return holdings[0]?.instrumentId;
  }
}

function splice(parts: readonly NameGiven[]): Exchange | null {
  if (parts.length === 0 || parts.some(({ mic }) => !exchanges.includes(mic))) return null;
  return spliceExchanges(
    parts.map(({ mic, from }) => ({ exchange: exchange(mic), ...(from === null ? {} : { from }) })),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
