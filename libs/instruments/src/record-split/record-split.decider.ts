import { type InstrumentId, SplitRecorded } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { instrumentFold, type InstrumentState, type Split } from '../identity/instrument-state';
import { afterDelistingFault } from '../sessions/after-delisting';
import { calendarFault, sessionFault } from '../sessions/calendar-fault';
import type { RecordSplitBody } from './record-split.command';

export interface SplitToDecide {
  readonly instrumentId: InstrumentId;
  readonly exchange: Exchange;
  readonly said: RecordSplitBody;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const recordSplitDecider: Decider<InstrumentState, SplitToDecide> = {
  ...instrumentFold,
  decide(command, state) {
    const { instrumentId, said } = command;
    const known = splitOn(said.exDate, state);
    const faults = faultsOf(command);
    if (faults.length > 0) return refuseFor('invalid', faults, 'invalidSplit');
    const late = afterDelistingFault('/exDate', said.exDate, 'A split', state);
    if (known === undefined && late !== undefined) return refuseFor('conflict', [late], late.code);
    const contradictions = known === undefined ? [] : contradictionsOf(said, known);
    if (contradictions.length > 0) return refuseFor('conflict', contradictions, 'splitContradicts');
    if (known !== undefined && (said.announcedOn === undefined || known.announcedOn !== undefined)) return [];
    return [SplitRecorded.create({ instrumentId, ...said }, knownAtOf(command))];
  },
};

/** The split on record for a session. */
export function splitOn(exDate: string, { splits }: InstrumentState): Split | undefined {
  return splits.find((split) => split.exDate === exDate);
}

function faultsOf({ said, exchange, now }: SplitToDecide): readonly Fault[] {
  const { exDate, from, to, announcedOn } = said;
  const faults = [sessionFault('/exDate', exchange, exDate)];
  if (from === to)
    faults.push({
      code: 'notASplit',
      pointer: '/to',
      detail: `A split from ${from} to ${to} changes nothing. Give the shares before and after.`,
    });
  if (announcedOn !== undefined) {
    faults.push(calendarFault('/announcedOn', () => exchange.endOfDate(announcedOn)));
    const latest = [exDate, new Date(now + HOURS_AHEAD).toISOString().slice(0, 10)].sort()[0] ?? exDate;
    const detail = `A split with the ex-date ${exDate} cannot be announced on ${announcedOn}. Give a date that is past, and not after the ex-date.`;
    if (announcedOn > latest) faults.push({ code: 'announcedTooLate', pointer: '/announcedOn', detail });
  }
  return faults.filter((fault) => fault !== undefined);
}

/** The farthest that a local date can be ahead of the date in UTC. */
const HOURS_AHEAD = 14 * 3_600_000;

/** 5 for 1 and 10 for 2 are the same split. */
function contradictionsOf(said: RecordSplitBody, known: Split): readonly Fault[] {
  const faults: Fault[] = [];
  const onRecord = `The split of ${known.exDate} is on record`;
  if (said.from * known.to !== said.to * known.from) {
    faults.push({
      code: 'splitContradicts',
      pointer: '/to',
      detail: `${onRecord} as ${known.from} to ${known.to}, not ${said.from} to ${said.to}. Give what is on record, or another ex-date.`,
    });
  }
  if (said.announcedOn !== undefined && known.announcedOn !== undefined && said.announcedOn !== known.announcedOn) {
    faults.push({
      code: 'splitContradicts',
      pointer: '/announcedOn',
      detail: `${onRecord} as announced on ${known.announcedOn}, not ${said.announcedOn}. Leave the field out or give what is on record.`,
    });
  }
  return faults;
}

/** At the end of the date it was announced on, else just before it takes effect; one still to come is known now. */
function knownAtOf({ said, exchange, now }: SplitToDecide): number {
  if (said.announcedOn !== undefined) return exchange.endOfDate(said.announcedOn);
  return Math.min(exchange.hours(said.exDate).open - 1, now);
}
