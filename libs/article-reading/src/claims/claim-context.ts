import type { Claim, InstrumentId, Moment } from '@streakline/events';

/** An instrument on record, by all that a text may call it. */
export interface KnownInstrument {
  readonly instrumentId: InstrumentId;
  /** As articles write them, with and without their legal form: "Amazon.com, Inc.", "Amazon". */
  readonly names: readonly string[];
  /** As the exchange writes them: "AMZN". */
  readonly tickers: readonly string[];
  /** The exchange's; its calendar then tells which days are sessions. */
  readonly mic?: string;
  /** What its prices are in: what "$" means, where that is a dollar. */
  readonly currency?: string;
}

/** What is known of an article before its claims are read. */
export interface ClaimContext {
  /** Its publication: dates such as "Friday" are counted back from it. */
  readonly published: Moment;
  /** IANA zone of the main instrument's exchange, in which the day of publication is told. */
  readonly zone: string;
  readonly instruments: readonly KnownInstrument[];
  /** Whom the article speaks of, in the order in which it introduces them; null: nobody on record (a private company). The first on record is whom "the stock" means where no sentence says. */
  readonly mentions: readonly { readonly name: string; readonly instrumentId: InstrumentId | null }[];
}

/** A claim as it was read. */
export interface ReadClaim {
  readonly claim: Claim;
}
