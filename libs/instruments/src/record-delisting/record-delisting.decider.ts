import { DelistingRecorded, type InstrumentId } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { instrumentFold, type InstrumentState } from '../identity/instrument-state';
import { type Delisting, lastWord } from '../identity/trading-state';
import { announcedOnFault } from '../sessions/announced-on-fault';
import { sessionFault } from '../sessions/calendar-fault';
import type { RecordDelistingBody } from './record-delisting.command';

export interface DelistingToDecide {
  readonly instrumentId: InstrumentId;
  readonly exchange: Exchange;
  readonly said: RecordDelistingBody;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * A later word may say anything else (a takeover is put off, bettered, called an insolvency after all), if it says by
 * announcedOn that it is later; what only fills gaps may come at any time. Bars that are on record already do not stand in
 * the way: what was traded elsewhere, or recorded by mistake, could never be taken back.
 */
export const recordDelistingDecider: Decider<InstrumentState, DelistingToDecide> = {
  ...instrumentFold,
  decide(command, state) {
    const { instrumentId, said } = command;
    const faults = faultsOf(command);
    if (faults.length > 0) return refuseFor('invalid', faults, 'invalidDelisting');
    if (delistingSaid(said, state) !== undefined) return [];
    const known = lastWord(state.delistings);
    const word = known === undefined ? said : withWhatStands(command, known);
    const knownAt = knownAtOf(word, command.exchange);
    const conflicts = known === undefined ? [] : conflictsOf(said, known, knownAt);
    if (conflicts.length > 0) return refuseFor('conflict', conflicts, 'delistingContradicts');
    return [DelistingRecorded.create({ instrumentId, ...word }, knownAt)];
  },
};

/** The word on record that says all of this. */
export function delistingSaid(said: RecordDelistingBody, { delistings }: InstrumentState): Delisting | undefined {
  const isIn = (known: Delisting): boolean =>
    FIELDS.every((field) => said[field] === undefined || said[field] === known[field]);
  return delistings.find(isIn);
}

const FIELDS = ['lastSession', 'reason', 'cashPerShare', 'announcedOn'] as const;

function faultsOf({ said: { lastSession, announcedOn }, exchange, now }: DelistingToDecide): readonly Fault[] {
  const notASession = sessionFault('/lastSession', exchange, lastSession);
  const faults = [notASession];
  if (announcedOn !== undefined) faults.push(announcedOnFault(announcedOn, exchange, now));
  else if (notASession === undefined && exchange.hours(lastSession).close > now)
    faults.push({
      code: 'lastSessionNotClosed',
      pointer: '/announcedOn',
      detail: `The session ${lastSession} has not closed yet. Say by announcedOn when the delisting became public, or record it after that close.`,
    });
  return faults.filter((fault) => fault !== undefined);
}

/** What a word leaves out stays as it was, unless it is about the time before: then it cannot have been known. */
function withWhatStands({ said, exchange }: DelistingToDecide, known: Delisting): RecordDelistingBody {
  const announcedOn = said.announcedOn ?? known.announcedOn;
  const isEarlier = knownAtOf({ ...said, announcedOn }, exchange) < known.knownAt;
  const cashPerShare = said.cashPerShare ?? (isEarlier ? undefined : known.cashPerShare);
  return {
    ...{ lastSession: said.lastSession, reason: said.reason },
    ...(cashPerShare === undefined ? {} : { cashPerShare }),
    ...(announcedOn === undefined ? {} : { announcedOn }),
  };
}

function knownAtOf({ lastSession, announcedOn }: RecordDelistingBody, exchange: Exchange): number {
  return announcedOn === undefined ? exchange.hours(lastSession).close : exchange.endOfDate(announcedOn);
}

function conflictsOf(said: RecordDelistingBody, known: Delisting, knownAt: number): readonly Fault[] {
  const fields = (['lastSession', 'reason', 'cashPerShare'] as const).filter(
    (field) => said[field] !== undefined && known[field] !== undefined && said[field] !== known[field],
  );
  const isLater = said.announcedOn !== undefined && knownAt >= known.knownAt;
  if (isLater) return [];
  const since = new Date(known.knownAt).toISOString();
  return fields.map((field) => ({
    code: 'delistingContradicts',
    pointer: `/${field}`,
    detail: `The delisting is on record with the ${field} ${known[field]} (known since ${since}), not ${said[field]}. Give what is on record; a later word says by announcedOn that it is later.`,
  }));
}
