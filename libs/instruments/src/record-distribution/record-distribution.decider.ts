import { DistributionRecorded, type InstrumentId } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { instrumentFold, type InstrumentState } from '../identity/instrument-state';
import type { Distribution } from '../identity/trading-state';
import { afterDelistingFault } from '../sessions/after-delisting';
import { announcedOnFault } from '../sessions/announced-on-fault';
import { sessionFault } from '../sessions/calendar-fault';
import type { RecordDistributionBody } from './record-distribution.command';

/** What was handed out: the instrument that the reference names, or why it names none. */
export type Received =
  { readonly instrumentId: InstrumentId; readonly perShare: number } | { readonly unknown: string };

export interface DistributionToDecide {
  readonly instrumentId: InstrumentId;
  readonly exchange: Exchange;
  readonly said: Omit<RecordDistributionBody, 'received'>;
  readonly received: Received | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const recordDistributionDecider: Decider<InstrumentState, DistributionToDecide> = {
  ...instrumentFold,
  decide(command, state) {
    const { instrumentId, said } = command;
    const faults = faultsOf(command);
    if (faults.length > 0) return refuseFor('invalid', faults, 'invalidDistribution');
    const known = distributionOn(said, state);
    const received = receivedOf(command);
    const late = afterDelistingFault('/exDate', said.exDate, 'A distribution', state);
    const conflicts = known === undefined ? [] : contradictionsOf(command, known);
    if (known === undefined && late !== undefined) conflicts.push(late);
    if (conflicts.length > 0) return refuseFor('conflict', conflicts, 'distributionContradicts');
    const handedOut = known?.received ?? received;
    const announcedOn = known?.announcedOn ?? said.announcedOn;
    if (known !== undefined && handedOut === known.received && announcedOn === known.announcedOn) return [];
    const whole = {
      ...{ instrumentId, exDate: said.exDate, kind: said.kind, value: said.value },
      ...(handedOut === undefined ? {} : { received: handedOut }),
      ...(announcedOn === undefined ? {} : { announcedOn }),
    };
    return [DistributionRecorded.create(whole, knownAtOf(command, announcedOn))];
  },
};

/** The distribution of a kind on record for a session. */
export function distributionOn(
  { exDate, kind }: Pick<RecordDistributionBody, 'exDate' | 'kind'>,
  { distributions }: InstrumentState,
): Distribution | undefined {
  return distributions.find((one) => one.exDate === exDate && one.kind === kind);
}

function faultsOf({ said, received, instrumentId, exchange, now }: DistributionToDecide): readonly Fault[] {
  const { exDate, announcedOn } = said;
  const faults = [sessionFault('/exDate', exchange, exDate)];
  if (announcedOn !== undefined) {
    faults.push(announcedOnFault(announcedOn, exchange, now));
    const detail = `A distribution with the ex-date ${exDate} cannot be announced on ${announcedOn}, after it. Mend one of the dates.`;
    if (announcedOn > exDate) faults.push({ code: 'announcedTooLate', pointer: '/announcedOn', detail });
  }
  const pointer = '/received/instrument';
  if (received !== undefined && 'unknown' in received)
    faults.push({ code: 'unknownInstrument', pointer, detail: received.unknown });
  else if (received?.instrumentId === instrumentId)
    faults.push({
      code: 'ownShares',
      pointer,
      detail: 'Shares of its own are a split: send it to /v1/instruments/{ref}/splits.',
    });
  return faults.filter((fault) => fault !== undefined);
}

/** What was handed out, as the event holds it. */
function receivedOf({ received }: DistributionToDecide): Distribution['received'] {
  return received === undefined || 'unknown' in received ? undefined : received;
}

function contradictionsOf(command: DistributionToDecide, known: Distribution): Fault[] {
  const { value, announcedOn } = command.said;
  const received = receivedOf(command);
  const onRecord = `The distribution (${known.kind}) of ${known.exDate} is on record`;
  const faults: Fault[] = [];
  const fault = (pointer: string, detail: string) => faults.push({ code: 'distributionContradicts', pointer, detail });
  if (value !== known.value)
    fault('/value', `${onRecord} as worth ${known.value} a share, not ${value}. Give what is on record.`);
  if (received !== undefined && known.received !== undefined && !isSame(received, known.received))
    fault(
      '/received',
      `${onRecord} as ${known.received.perShare} of ${known.received.instrumentId} a share, not ${received.perShare} of ${received.instrumentId}. Give what is on record, or leave received out.`,
    );
  if (announcedOn !== undefined && known.announcedOn !== undefined && announcedOn !== known.announcedOn)
    fault(
      '/announcedOn',
      `${onRecord} as announced on ${known.announcedOn}, not ${announcedOn}. Give what is on record, or leave announcedOn out.`,
    );
  return faults;
}

function isSame(one: NonNullable<Distribution['received']>, other: NonNullable<Distribution['received']>): boolean {
  return one.instrumentId === other.instrumentId && one.perShare === other.perShare;
}

/** At the end of the date it was announced on, but before the open of the ex-date in any case; one still to come is known now. */
function knownAtOf({ said, exchange, now }: DistributionToDecide, announcedOn: string | undefined): number {
  const eve = exchange.hours(said.exDate).open - 1;
  return announcedOn === undefined ? Math.min(eve, now) : Math.min(eve, exchange.endOfDate(announcedOn));
}
