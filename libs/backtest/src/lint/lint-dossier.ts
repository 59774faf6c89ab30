import { type Dossier, eachBar, type Known, knownBy, nameOn } from '@streakline/dossiers';
import { fromDay } from '@streakline/market-time';
import type { LintFinding, LintKind } from './lint-finding';

/** When an event was stored, epoch milliseconds, by its position. */
export type RecordedAt = (position: number) => number;

/** Stored more than this after it was public, a fact is late. */
export const LATE_AFTER_DAYS = 7;

const DAY = 86_400_000;

export interface DossierLint {
  readonly bars: number;
  readonly findings: readonly LintFinding[];
  readonly facts: number;
  readonly recordedLate: number;
}

/** Lints what is on record of one instrument up to a position: every bar ever told, also those replaced since. */
export function lintDossier(dossier: Dossier, asRecorded: number, recordedAt: RecordedAt): DossierLint {
  const known = knownBy(dossier, { asRecorded });
  if (known === null) return { bars: 0, findings: [], facts: 0, recordedLate: 0 };
  const suspects = new Suspects(known);
  const isLate = (knownAt: number, position: number) => recordedAt(position) - knownAt > LATE_AFTER_DAYS * DAY;
  let [bars, late] = [0, 0];
  eachBar(dossier, known.table, (ordinal, knownAt, position, basisDay) => {
    if (position > asRecorded) return;
    bars++;
    if (isLate(knownAt, position)) late++;
    if (knownAt < known.table.closes[ordinal]!) suspects.add('knownBeforeClose', position, ordinal, knownAt);
    if (basisDay * DAY > endOfDayOf(known, ordinal, knownAt)) {
      suspects.add('basisAfterKnown', position, ordinal, basisDay * DAY);
    }
  });
  const others = factsOf(known);
  for (const { knownAt, position } of others) if (isLate(knownAt, position)) late++;
  return { bars, findings: suspects.findings(), facts: bars + others.length, recordedLate: late };
}

/** A bar known at its close may have the splits of that very day in it, whatever the zone makes of midnight. */
function endOfDayOf({ table }: Known, ordinal: number, knownAt: number): number {
  return knownAt === table.closes[ordinal] ? Date.parse(table.sessions[ordinal]!) : knownAt;
}

function factsOf(known: Known): readonly { readonly knownAt: number; readonly position: number }[] {
  const { splits, dividends, shareCounts, acts, distributions, halts, delisting, schedules, observations } = known;
  const lists = [splits, dividends, shareCounts, acts, distributions, halts, schedules, observations];
  return [...lists.flat(), ...(delisting === null ? [] : [delisting])];
}

interface Suspect {
  readonly kind: LintKind;
  readonly position: number;
  first: number;
  last: number;
  bars: number;
  /** Of the first bar: when it claims to have been known, or its basis. */
  readonly moment: number;
}

/** Bars under suspicion, gathered by the event that told them. */
class Suspects {
  private readonly found = new Map<string, Suspect>();

  constructor(private readonly known: Known) {}

  add(kind: LintKind, position: number, ordinal: number, moment: number): void {
    const key = `${kind} ${position}`;
    const suspect = this.found.get(key);
    if (suspect === undefined) {
      this.found.set(key, { kind, position, first: ordinal, last: ordinal, bars: 1, moment });
      return;
    }
    suspect.first = Math.min(suspect.first, ordinal);
    suspect.last = Math.max(suspect.last, ordinal);
    suspect.bars++;
  }

  findings(): readonly LintFinding[] {
    return [...this.found.values()].sort((a, b) => a.position - b.position).map((suspect) => this.findingOf(suspect));
  }

  private findingOf(suspect: Suspect): LintFinding {
    const { kind, position, first, last, bars } = suspect;
    const { instrumentId, table } = this.known;
    const [session, lastSession] = [table.sessions[first]!, table.sessions[last]!];
    const { mic, symbol } = nameOn(this.known, session);
    const severity = kind === 'knownBeforeClose' ? 'error' : 'warning';
    const message = messageOf(suspect, table.closes[first]!);
    return { kind, severity, instrumentId, ref: `${mic}:${symbol}`, position, session, lastSession, bars, message };
  }
}

function messageOf({ kind, moment }: Suspect, close: number): string {
  return kind === 'knownBeforeClose'
    ? `said to be known at ${at(moment)}, before the session's close at ${at(close)}: a replay shows it to a strategy too ` +
        'early. Record the bars again without a knownAt before their close, in a store of their own.'
    : `adjusted for splits up to ${fromDay(moment / DAY)}, later than when it was known. The splits on record are undone; ` +
        'one that is missing there, or dividends in the prices, would show the future. Deliver prices as traded (basisAsOf ' +
        'null), or make sure that every split up to that date is on record.';
}

function at(instant: number): string {
  return new Date(instant).toISOString();
}
