import {
  capColumnsOf,
  type Known,
  type KnownAct,
  type KnownDelisting,
  type KnownHalt,
  type KnownObservation,
  type KnownSchedule,
  observationsOver,
  prefixOf,
  type RunSpan,
  runSpansOf,
  schedulesOver,
} from '@streakline/dossiers';
import type { Epoch, TapeHistory } from './tape-history';
import { TimedReader } from './timed-reader';

/**
 * Where a run stands on one instrument's history: the newest bar and act known at its instant. It moves forward only, and
 * all that a strategy reads is read through it. Columns are those of the epoch: only places below `length` are known.
 */
export class Cursor {
  known!: Known;
  /** Bars and acts known. */
  length = 0;
  acts = 0;
  open!: Float64Array;
  high!: Float64Array;
  low!: Float64Array;
  close!: Float64Array;
  volume!: Float64Array;
  value!: Float64Array;
  totalValue!: Float64Array;
  splitFactor!: Float64Array;
  private epoch!: Epoch;
  private barKnownAt!: Float64Array;
  private nextOddBar = 0;
  private prefix!: Known;
  /** Of the prefix at hand; -1: none was made in this epoch. */
  private prefixLength = -1;
  private readonly delistings: TimedReader<KnownDelisting | null>;
  private readonly stops: TimedReader<readonly KnownHalt[]>;
  private calendars: TimedReader<readonly KnownSchedule[]> | undefined;
  private readings: TimedReader<readonly KnownObservation[]> | undefined;

  constructor(
    readonly index: number,
    readonly history: TapeHistory,
    start: number,
  ) {
    this.delistings = new TimedReader(history.delistings, null);
    this.stops = new TimedReader(history.halts, []);
    this.enter(start);
    this.moveTo(start);
  }

  /** When the next bar becomes known; Infinity: none is to come in this epoch. */
  get nextBarAt(): number {
    return this.barKnownAt[this.length] ?? Infinity;
  }

  /** When anything but a bar at its close may become known: an act, a late bar, a new epoch. */
  get nextOddAt(): number {
    const act = this.known.acts[this.acts]?.knownAt ?? Infinity;
    return Math.min(this.epoch.end, act, this.oddBarAt());
  }

  /** Learns what became known up to `now`; true where the newest bar is of a later session than before. */
  moveTo(now: number): boolean {
    if (now >= this.epoch.end) return this.moveInto(now);
    const { barKnownAt } = this;
    const before = this.length;
    let { length } = this;
    while (length < barKnownAt.length && barKnownAt[length]! <= now) length++;
    const { acts } = this.known;
    while (this.acts < acts.length && acts[this.acts]!.knownAt <= now) this.acts++;
    if (length === before) return false;
    this.length = length;
    return true;
  }

  /** moveTo() where nothing but bars became known, as at almost every close; answers when the next one will be. */
  moveBars(now: number): number {
    const { barKnownAt } = this;
    let next = this.length + 1;
    while (next < barKnownAt.length && barKnownAt[next]! <= now) next++;
    this.length = next;
    return next < barKnownAt.length ? barKnownAt[next]! : Infinity;
  }

  /** The newest known bar's session; null before the first. */
  get session(): string | null {
    return this.known.sessions[this.length - 1] ?? null;
  }

  get newestKnownAt(): number {
    return this.barKnownAt[this.length - 1] ?? -Infinity;
  }

  get newestClose(): number {
    return this.close[this.length - 1]!;
  }

  /** Position of the event that told the newest bar. */
  get barPosition(): number {
    return this.known.barPosition[this.length - 1]!;
  }

  /** The run in force at the bar with a place; undefined after an unchanged close. It may go on beyond that bar. */
  spanAt(bar: number): RunSpan | undefined {
    const { spans, spanOf } = runSpansOf(this.known);
    return spans[spanOf[bar] ?? -1];
  }

  get marketCaps(): Float64Array {
    return capColumnsOf(this.known).marketCap;
  }

  /** The tape as known, for views. */
  get tape(): Known {
    if (this.prefixLength !== this.length) {
      this.prefix = prefixOf(this.known, this.length);
      this.prefixLength = this.length;
    }
    return this.prefix;
  }

  get ref(): string {
    const { mic, symbol } = this.known.names[this.known.names.length - 1]!;
    return `${mic}:${symbol}`;
  }

  /** Announced by now, its last session over or not. */
  delisting(now: number): KnownDelisting | null {
    return this.delistings.at(now);
  }

  isHalted(now: number): boolean {
    const halts = this.stops.at(now);
    return halts.length > 0 && halts.some(({ from, to }) => from <= now && (to === null || now < to));
  }

  isTrading(now: number): boolean {
    if (this.length === 0 || this.isHalted(now)) return false;
    const delisting = this.delisting(now);
    return delisting === null || now < this.known.table.closeOf(delisting.lastSession);
  }

  schedules(now: number): readonly KnownSchedule[] {
    const { cut, instrument } = this.history;
    this.calendars ??= new TimedReader(schedulesOver(instrument.dossier, cut), []);
    return this.calendars.at(now);
  }

  observations(now: number): readonly KnownObservation[] {
    const { cut, instrument } = this.history;
    this.readings ??= new TimedReader(observationsOver(instrument.dossier, cut), []);
    return this.readings.at(now);
  }

  /** Acts that became known at the very instant, oldest first. */
  actsOf(now: number): readonly KnownAct[] {
    let first = this.acts;
    while (first > 0 && this.known.acts[first - 1]!.knownAt === now) first--;
    return first === this.acts ? NONE : this.known.acts.slice(first, this.acts);
  }

  private moveInto(now: number): boolean {
    const before = this.session;
    this.enter(now);
    this.moveTo(now);
    const { session } = this;
    return session !== null && (before === null || session > before);
  }

  private enter(now: number): void {
    this.epoch = this.history.at(now);
    this.prefixLength = -1;
    this.nextOddBar = 0;
    const { known } = this.epoch;
    this.known = known;
    const { open, high, low, close, volume, value, totalValue, splitFactor, barKnownAt } = known;
    Object.assign(this, { open, high, low, close, volume, value, totalValue, splitFactor, barKnownAt });
    // What is known at an instant of an epoch is a prefix, so the last known place is also the first from which on none is.
    this.length = knownUpTo(barKnownAt, now);
    this.acts = 0;
  }

  private oddBarAt(): number {
    const { oddBars } = this.epoch;
    while (this.nextOddBar < oddBars.length && oddBars[this.nextOddBar]! < this.length) this.nextOddBar++;
    const bar = oddBars[this.nextOddBar];
    return bar === undefined ? Infinity : this.barKnownAt[bar]!;
  }
}

const NONE: readonly KnownAct[] = Object.freeze([]);

function knownUpTo(barKnownAt: Float64Array, now: number): number {
  let low = 0;
  let high = barKnownAt.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (barKnownAt[middle]! <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}
