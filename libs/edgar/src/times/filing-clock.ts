import type { FilingHeader } from '../header/read-header';
import type { Filing } from '../submissions/filing';
import { newYorkTimeOf, type NewYorkTime } from './new-york';
import { isPossible } from './publication';

/** What the `acceptanceDateTime` of a submissions file is, whatever its Z says. */
export type FilingClock = 'newYork' | 'utc';

/** How the times of one issuer's submissions file read, from those of its filings that can be read in one way only. */
export interface ClockEvidence {
  readonly newYork: number;
  readonly utc: number;
  /** What speaks for all of them; undefined where too little is known, or they contradict each other. */
  readonly clock?: FilingClock;
}

/** So many filings that agree, and none that does not, speak for the others. */
const ENOUGH = 3;

/** The New York time that an `acceptanceDateTime` means on a clock. */
export function newYorkTimeBy(clock: FilingClock, accepted: string): NewYorkTime {
  return clock === 'newYork' ? accepted : newYorkTimeOf(Date.parse(`${accepted}Z`));
}

/**
 * Which clock the file keeps. Measured over 64,936 filings of 808 issuers, 181 issuers' times were New York's under a Z,
 * 624 issuers' UTC, and 805 of the 808 kept to one (github.com/theOGognf/finagg/issues/64): the convention belongs to the
 * issuer, so that its decided filings speak for the undecided.
 */
export function clockEvidence(filings: readonly Filing[], headers: ReadonlyMap<string, FilingHeader>): ClockEvidence {
  const counts = { newYork: 0, utc: 0 };
  for (const filing of filings) {
    const clock = decidedClock(filing, headers.get(filing.accession));
    if (clock !== undefined) counts[clock] += 1;
  }
  const { newYork, utc } = counts;
  if (newYork >= ENOUGH && utc === 0) return { ...counts, clock: 'newYork' };
  return utc >= ENOUGH && newYork === 0 ? { ...counts, clock: 'utc' } : counts;
}

/** The clock that a filing's own header, or EDGAR's hours and its date, leave as the only possible one. */
export function decidedClock(filing: Filing, header?: FilingHeader): FilingClock | undefined {
  const { accepted } = filing;
  if (accepted === undefined) return undefined;
  const fits =
    header?.accepted === undefined
      ? (clock: FilingClock) => isPossible(filing.form, newYorkTimeBy(clock, accepted), filing.filedOn)
      : (clock: FilingClock) => newYorkTimeBy(clock, accepted) === header.accepted;
  const [newYork, utc] = [fits('newYork'), fits('utc')];
  if (newYork === utc) return undefined;
  return newYork ? 'newYork' : 'utc';
}
