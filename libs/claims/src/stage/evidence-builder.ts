import type { Happening, Known } from '@streakline/dossiers';
import type { AnnouncementEvidence, BarEvidence, Evidence, ShareCountEvidence } from '../verdict/verdict';

/** Gathers what a verdict rests on, each thing once, in the order of time. */
export class EvidenceBuilder {
  private readonly places = new Set<number>();
  private readonly counts = new Set<number>();
  private readonly happenings = new Map<string, Happening>();
  private readonly rules = new Set<string>();
  private span: { readonly from: number; readonly to: number } | null = null;

  constructor(private readonly known: Known) {}

  /** Bars that a figure was computed from. */
  bars(...places: readonly number[]): void {
    for (const place of places) {
      if (place < 0 || place >= this.known.sessions.length) continue;
      this.places.add(place);
      this.looked(place, place);
    }
  }

  /** Bars that were looked through, both ends included. */
  looked(from: number, to: number): void {
    this.span = { from: Math.min(from, this.span?.from ?? from), to: Math.max(to, this.span?.to ?? to) };
  }

  /** An index into the known share counts. */
  shareCount(index: number): void {
    if (index >= 0) this.counts.add(index);
  }

  announcement(happening: Happening): void {
    this.happenings.set(happening.act.of, happening);
  }

  rule(rule: string): void {
    this.rules.add(rule);
  }

  done(): Evidence {
    const closes = inOrder(this.places).map((place) => this.bar(place));
    const shareCounts = inOrder(this.counts).map((index) => this.count(index));
    const announcements = [...this.happenings.values()].map(announcement);
    // An announcement goes by its id: the event whose record is shown may be one that told of a later, not yet public act.
    const positions = new Set([...closes, ...shareCounts].map(({ position }) => position));
    return {
      sessions: this.lookedAt(),
      ...{ closes, shareCounts, announcements, positions: inOrder(positions), rules: [...this.rules] },
    };
  }

  private lookedAt(): Evidence['sessions'] {
    if (this.span === null) return null;
    const [from, to] = [this.known.sessions[this.span.from], this.known.sessions[this.span.to]];
    return from === undefined || to === undefined ? null : { from, to, count: this.span.to - this.span.from + 1 };
  }

  private bar(place: number): BarEvidence {
    const { sessions, close, low, high, barPosition } = this.known;
    return {
      ...{ session: sessions[place]!, close: close[place]! },
      ...{ low: orNull(low[place]!), high: orNull(high[place]!), position: barPosition[place]! },
    };
  }

  private count(index: number): ShareCountEvidence {
    const { countedOn, shares, source, position } = this.known.shareCounts[index]!;
    return { countedOn, shares, source, position };
  }
}

function announcement({ act, dayZero }: Happening): AnnouncementEvidence {
  return {
    ...{ announcementId: act.announcementId, of: act.of, headline: act.headline },
    ...{ baseSession: dayZero?.baseSession ?? null, day0: dayZero?.day0 ?? null, assumed: dayZero?.assumed ?? false },
  };
}

function inOrder(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

function orNull(figure: number): number | null {
  return Number.isNaN(figure) ? null : figure;
}

/** For a claim that no tape answers: nothing was looked at. */
export const NO_EVIDENCE: Evidence = Object.freeze({
  sessions: null,
  closes: [],
  shareCounts: [],
  announcements: [],
  positions: [],
  rules: [],
});
