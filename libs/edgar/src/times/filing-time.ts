import type { FilingHeader } from '../header/read-header';
import type { Filing } from '../submissions/filing';
import { type ClockEvidence, decidedClock, type FilingClock, newYorkTimeBy } from './filing-clock';
import type { NewYorkTime } from './new-york';
import { publicationOf, type TimeConflict } from './publication';

/**
 * How sure an instant is: `stated` by a source that says its zone, or has but one; `inferred`, the only reading of a time
 * that EDGAR's hours and the filing's date allow; `likely`, read as the issuer's other times are, or as somebody told; `dateOnly`, no instant.
 */
export type TimeCertainty = 'stated' | 'inferred' | 'likely' | 'dateOnly';

/** When a filing became public, where that comes from, and what contradicts it. */
export interface FilingTime {
  /** Epoch milliseconds; of `dateOnly` undefined. */
  readonly at?: number;
  /** The instants that it may have been, where it is not decided. */
  readonly candidates: readonly number[];
  /** The filing's date. */
  readonly filedOn: string;
  readonly from: string;
  readonly certainty: TimeCertainty;
  readonly heldOver: boolean;
  readonly conflicts: readonly TimeConflict[];
}

export interface TimeReading {
  readonly header?: FilingHeader | undefined;
  readonly evidence: ClockEvidence;
  /** The clock that somebody who knows has named. */
  readonly clock?: FilingClock | undefined;
}

/** When a filing became public, by its own header where there is one, else by the submissions file. */
export function filingTime(filing: Filing, reading: TimeReading): FilingTime {
  const { header } = reading;
  if (header?.accepted !== undefined) return byHeader(filing, header.accepted, header);
  const read = clockOf(filing, reading);
  if (read === undefined || filing.accepted === undefined) return undecided(filing);
  return instant(filing, newYorkTimeBy(read.clock, filing.accepted), read);
}

interface Read {
  readonly clock: FilingClock;
  readonly certainty: TimeCertainty;
  readonly why: string;
}

function clockOf(filing: Filing, { evidence, clock }: TimeReading): Read | undefined {
  if (filing.accepted === undefined) return undefined;
  if (clock !== undefined) return { clock, certainty: 'likely', why: 'as told' };
  const decided = decidedClock(filing);
  if (decided !== undefined) {
    return {
      clock: decided,
      certainty: 'inferred',
      why: "the only reading that EDGAR's hours and the filing date allow",
    };
  }
  if (evidence.clock === undefined || !couldBe(filing, evidence.clock)) return undefined;
  const others = "as all of the issuer's filings that can be read in one way only";
  return { clock: evidence.clock, certainty: 'likely', why: others };
}

/** A time that contradicts the filing's date on the issuer's clock is not read by that clock. */
function couldBe(filing: Filing, clock: FilingClock): boolean {
  if (filing.accepted === undefined) return false;
  return publicationOf(filing.form, newYorkTimeBy(clock, filing.accepted), filing.filedOn).conflicts.length === 0;
}

const NAMES: Readonly<Record<FilingClock, string>> = { newYork: 'New York time', utc: 'UTC' };

function instant(filing: Filing, accepted: NewYorkTime, { clock, certainty, why }: Read): FilingTime {
  const { at, heldOver, conflicts } = publicationOf(filing.form, accepted, filing.filedOn);
  const from = `EDGAR submissions, read as ${NAMES[clock]}: ${why}`;
  // What the file says of itself, with its Z, is another instant.
  const asWritten = clock === 'utc' ? [] : [zConflict(filing)];
  return {
    at,
    candidates: [],
    filedOn: filing.filedOn,
    from,
    certainty,
    heldOver,
    conflicts: [...asWritten, ...conflicts],
  };
}

function byHeader(filing: Filing, accepted: NewYorkTime, header: FilingHeader): FilingTime {
  const filedOn = header.filedOn ?? filing.filedOn;
  const { at, heldOver, conflicts } = publicationOf(filing.form, accepted, filedOn);
  const dates =
    filedOn === filing.filedOn ? [] : [{ from: 'EDGAR submissions', says: `filed ${filing.filedOn}, not ${filedOn}` }];
  return {
    at,
    candidates: [],
    filedOn,
    from: 'filing header (ACCEPTANCE-DATETIME)',
    certainty: 'stated',
    heldOver,
    conflicts: [...submissionsAgainst(filing, accepted), ...dates, ...conflicts],
  };
}

/** What the submissions file says otherwise than the header. */
function submissionsAgainst(filing: Filing, accepted: NewYorkTime): readonly TimeConflict[] {
  if (filing.accepted === undefined || newYorkTimeBy('utc', filing.accepted) === accepted) return [];
  if (filing.accepted === accepted) return [zConflict(filing)];
  const stands = `${accepted.replace('T', ' ')} New York time`;
  return [{ from: 'EDGAR submissions', says: `${filing.accepted}Z, which on no clock is the header's ${stands}` }];
}

function zConflict({ accepted }: Filing): TimeConflict {
  return { from: 'EDGAR submissions', says: `${accepted}Z, which is New York time under a Z` };
}

function undecided(filing: Filing): FilingTime {
  const { accepted, form, filedOn } = filing;
  const nothing = { candidates: [], filedOn, from: 'filing date', certainty: 'dateOnly', heldOver: false } as const;
  if (accepted === undefined) return { ...nothing, conflicts: [] };
  const clocks: readonly FilingClock[] = ['newYork', 'utc'];
  const readings = clocks.map((clock) => newYorkTimeBy(clock, accepted));
  const publications = readings.map((reading) => publicationOf(form, reading, filedOn));
  // Where both contradict the date, neither says anything of the day.
  const candidates = publications.every(({ conflicts }) => conflicts.length === 0)
    ? publications.map(({ at }) => at)
    : [];
  const says = `${accepted}Z: ${readings.map((one) => one.replace('T', ' ')).join(' or ')} in New York, as New York time or as UTC`;
  return { ...nothing, candidates, conflicts: [{ from: 'EDGAR submissions', says }] };
}
