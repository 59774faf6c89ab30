import { type InstrumentId, ShareCountRecorded } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { instrumentFold, type InstrumentState, type ShareCount, shareClassesOn } from '../identity/instrument-state';
import { calendarFault } from '../sessions/calendar-fault';
import { classFault } from './class-fault';
import type { RecordShareCountBody } from './record-share-count.command';

export interface ShareCountToDecide {
  readonly instrumentId: InstrumentId;
  readonly exchange: Exchange;
  readonly said: RecordShareCountBody;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The filing that states a count: its local date, and its instant where that is known (epoch milliseconds). */
interface Filing {
  readonly on: string;
  readonly at: number | undefined;
}

export const recordShareCountDecider: Decider<InstrumentState, ShareCountToDecide> = {
  ...instrumentFold,
  decide(command, state) {
    const { instrumentId, exchange, said } = command;
    const fault = fieldsFault(said) ?? coverageFault(said, exchange);
    if (fault !== undefined) return refuseFor('invalid', [fault], fault.code);
    const filing = filingOf(said, exchange);
    const wrongClass = classFault(said, shareClassesOn(state, said.countedOn));
    const faults = [...dateFaults(command, filing), ...(wrongClass === undefined ? [] : [wrongClass])];
    if (faults.length > 0) return refuseFor('invalid', faults, 'invalidShareCount');
    const known = shareCountOf(command, state);
    if (known !== undefined && known.shares !== said.shares) {
      return refuseFor('conflict', [contradiction(said, known)], 'shareCountContradicts');
    }
    // The instant of a filing that was known by its date alone is news.
    if (known !== undefined && (filing.at === undefined || known.filedAt !== undefined)) return [];
    return [ShareCountRecorded.create({ instrumentId, ...said }, filing.at ?? exchange.endOfDate(filing.on))];
  },
};

/** What is on record of this measurement from the same filing; a later filing may restate it. */
export function shareCountOf({ said, exchange }: ShareCountToDecide, state: InstrumentState): ShareCount | undefined {
  const filing = filingOf(said, exchange);
  // A count that names no class is of the instrument's own.
  const own = shareClassesOn(state, said.countedOn)?.shareClass;
  return state.shareCounts.findLast((known) => {
    const its = filingOf(known, exchange);
    const sameInstant = filing.at === undefined || its.at === undefined || filing.at === its.at;
    const sameClass = (known.shareClass ?? own) === (said.shareClass ?? own);
    return sameClass && known.countedOn === said.countedOn && its.on === filing.on && sameInstant;
  });
}

function filingOf({ filedOn, filedAt }: { filedOn?: string; filedAt?: string }, exchange: Exchange): Filing {
  if (filedAt === undefined) return { on: filedOn ?? '', at: undefined };
  const at = Date.parse(filedAt);
  return { on: exchange.dateOf(at), at };
}

function fieldsFault({ filedOn, filedAt }: RecordShareCountBody): Fault | undefined {
  if ((filedOn === undefined) !== (filedAt === undefined)) return undefined;
  const detail =
    'Give one of filedAt (the instant at which the filing became public) and filedOn (its date, where the instant is not known).';
  return { code: 'filingUnclear', pointer: filedOn === undefined ? '/filedOn' : '/filedAt', detail };
}

function coverageFault({ filedOn, filedAt }: RecordShareCountBody, exchange: Exchange): Fault | undefined {
  if (filedOn !== undefined) return calendarFault('/filedOn', () => exchange.endOfDate(filedOn));
  return calendarFault('/filedAt', () => exchange.dateOf(Date.parse(filedAt ?? '')));
}

function dateFaults({ said, exchange, now }: ShareCountToDecide, filing: Filing): readonly Fault[] {
  const pointer = said.filedAt === undefined ? '/filedOn' : '/filedAt';
  const faults: Fault[] = [];
  const early = `A count of ${said.countedOn} cannot be filed on ${filing.on}, before it. Mend countedOn or the filing's date.`;
  if (filing.on < said.countedOn) faults.push({ code: 'filedBeforeCounted', pointer, detail: early });
  const future = filing.at === undefined ? exchange.endOfDate(filing.on) - A_DAY >= now : filing.at > now;
  const late = `The filing (${said.filedAt ?? said.filedOn}) is in the future. Record it once it is public.`;
  if (future) faults.push({ code: 'filedInFuture', pointer, detail: late });
  return faults;
}

const A_DAY = 86_400_000;

function contradiction(said: RecordShareCountBody, known: ShareCount): Fault {
  const detail =
    `The filing of ${known.filedAt ?? known.filedOn} is on record with ${known.shares} shares counted on ${known.countedOn}, not ${said.shares}. ` +
    'Give what is on record; a later filing that restates the count is recorded under its own date.';
  return { code: 'shareCountContradicts', pointer: '/shares', detail };
}
