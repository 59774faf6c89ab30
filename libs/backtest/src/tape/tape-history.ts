import {
  barsAtCloses,
  delistingOver,
  epochStarts,
  haltsOver,
  type Known,
  knownBy,
  type KnownDelisting,
  type KnownHalt,
  type Timed,
} from '@streakline/dossiers';
import type { MarketCut, MarketInstrument } from '../market/market';

/** A stretch of a replay through which an instrument's tape only grows. */
export interface Epoch {
  readonly known: Known;
  /** Epoch milliseconds: the first instant of the next one; Infinity: none follows. */
  readonly end: number;
  /** Places of bars that became known at another instant than their session's close, ascending. */
  readonly oddBars: readonly number[];
}

// A tape that is revised every day has an epoch a day; all of them in memory would be the square of its length.
const EPOCHS_KEPT = 4;

/** What was known of one instrument over time. Shared by all runs on a market, and changed by none. */
export class TapeHistory {
  readonly delistings: Timed<KnownDelisting | null>;
  readonly halts: Timed<readonly KnownHalt[]>;
  private readonly starts: readonly number[];
  private readonly epochs = new Map<number, Epoch>();
  private byCloses: Known | undefined;

  constructor(
    readonly instrument: MarketInstrument,
    readonly cut: MarketCut,
  ) {
    this.starts = epochStarts(instrument.dossier, cut);
    this.delistings = delistingOver(instrument.dossier, instrument.known, cut);
    this.halts = haltsOver(instrument.dossier, cut);
  }

  /** The epoch of an instant. */
  at(instant: number): Epoch {
    const next = this.starts.findIndex((start) => start > instant);
    const place = next === -1 ? this.starts.length : next;
    let epoch = this.epochs.get(place);
    if (epoch === undefined) {
      epoch = this.epochThatEnds(this.starts[place] ?? Infinity);
      this.keep(place, epoch);
    }
    return epoch;
  }

  /** Each bar as it was known at its own close: what fills are made at. */
  get atCloses(): Known {
    this.byCloses ??= barsAtCloses(this.instrument.dossier, this.instrument.known, this.cut);
    return this.byCloses;
  }

  private epochThatEnds(end: number): Epoch {
    const { dossier, known: last } = this.instrument;
    const known = end === Infinity ? last : (knownBy(dossier, { ...this.cut, asOf: end - 1 }) ?? last);
    const { barKnownAt, ordinals, table } = known;
    const oddBars: number[] = [];
    for (let i = 0; i < barKnownAt.length; i++) if (barKnownAt[i] !== table.closes[ordinals[i]!]) oddBars.push(i);
    return { known, end, oddBars };
  }

  private keep(place: number, epoch: Epoch): void {
    if (this.epochs.size >= EPOCHS_KEPT)
      for (const oldest of this.epochs.keys()) {
        this.epochs.delete(oldest);
        break;
      }
    this.epochs.set(place, epoch);
  }
}

const histories = new WeakMap<MarketInstrument, TapeHistory>();

/** Made once for each instrument of a market. */
export function historyOf(instrument: MarketInstrument, cut: MarketCut): TapeHistory {
  let history = histories.get(instrument);
  if (history === undefined) histories.set(instrument, (history = new TapeHistory(instrument, cut)));
  return history;
}
