import { type Known, publicBy } from '@streakline/dossiers';
import type { Claim, Moment } from '@streakline/events';
import { OutsideCoverageError } from '@streakline/market-time';
import { EvidenceBuilder } from './evidence-builder';
import type { Judging } from './judging';

/** How a session stands to the article: its close was before it, is after it, or may be either. */
export type ClosedBefore = 'yes' | 'no' | 'unsure';

/** A tape, the article's moment on it, and what was looked at so far. Places are indexes of the tape's bars. */
export class Stage {
  readonly evidence: EvidenceBuilder;
  readonly claims: readonly Claim[];
  /** The article was published between these instants, epoch milliseconds: the same one where its instant is known. */
  readonly earliest: number;
  readonly latest: number;
  /** The last bar that closed by the article's latest moment; -1 where there is none. */
  readonly lastClosed: number;

  constructor(
    readonly known: Known,
    readonly judging: Judging,
  ) {
    this.claims = judging.claims;
    this.evidence = new EvidenceBuilder(known);
    this.latest = publicBy(judging.published, known.table);
    this.earliest = earliestOf(judging.published, known, this.latest);
    this.lastClosed = this.placeBefore(known.table.firstClosingFrom(this.latest + 1));
  }

  session(place: number): string {
    return this.known.sessions[place] ?? '';
  }

  /** -1 where the session lacks its bar. */
  placeOn(session: string): number {
    const place = this.placeAtOrBefore(session);
    return this.known.sessions[place] === session ? place : -1;
  }

  /** The last bar of a date or before; -1 where the tape begins later. */
  placeAtOrBefore(date: string): number {
    const place = this.placeBeforeDate(date) + 1;
    return this.known.sessions[place] === date ? place : place - 1;
  }

  /** The last bar before a date; -1 where the tape begins later. */
  placeBeforeDate(date: string): number {
    const { sessions } = this.known;
    return lastBelow(sessions.length, (place) => sessions[place]! < date);
  }

  /** The last bar before an ordinal of the exchange's sessions. */
  placeBefore(ordinal: number): number {
    const { ordinals } = this.known;
    return lastBelow(ordinals.length, (place) => ordinals[place]! < ordinal);
  }

  /** Null where the calendar does not reach. */
  isSession(date: string): boolean | null {
    return this.ofCalendar(() => this.known.exchange.isSession(date));
  }

  closedBefore(session: string): ClosedBefore {
    const close = this.known.table.closeOf(session);
    if (close <= this.earliest) return 'yes';
    return close <= this.latest ? 'unsure' : 'no';
  }

  /** Whether a session had opened when the article appeared. */
  hasOpened(session: string): boolean {
    const open = this.ofCalendar(() => this.known.exchange.hours(session).open);
    return open !== null && open <= this.latest;
  }

  /** The last session that had closed when the article appeared, whether or not its bar is on record. */
  lastSessionClosed(): string | null {
    const { table } = this.known;
    return table.sessions[table.firstClosingFrom(this.latest + 1) - 1] ?? null;
  }

  /** The article's date on the exchange's clock. */
  get publishedOn(): string {
    const { published } = this.judging;
    if ('on' in published) return published.on;
    const { latest, known } = this;
    return this.ofCalendar(() => known.exchange.dateOf(latest)) ?? new Date(latest).toISOString().slice(0, 10);
  }

  /** What a calendar says; null for what lies outside the years that it covers. */
  ofCalendar<Answer>(ask: () => Answer): Answer | null {
    try {
      return ask();
    } catch (error) {
      if (error instanceof OutsideCoverageError) return null;
      throw error;
    }
  }
}

/** The last place that lies below something; -1 where none does. */
function lastBelow(length: number, isBelow: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const DAY = 86_400_000;

/** Of a date alone its first moment; said to be after the close, that close. No session closes within an hour of midnight, by which a change of clocks may shift it. */
function earliestOf(published: Moment, { table }: Known, latest: number): number {
  if ('at' in published) return latest;
  const { on, timing } = published;
  return timing === 'afterClose' ? table.closeOf(on) : table.endOf(on) - DAY + 1;
}
