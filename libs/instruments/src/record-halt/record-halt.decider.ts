import { HaltRecorded, type InstrumentId } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { instrumentFold, type InstrumentState } from '../identity/instrument-state';
import type { Halt } from '../identity/trading-state';
import { calendarFault } from '../sessions/calendar-fault';
import type { RecordHaltBody } from './record-halt.command';

export interface HaltToDecide {
  readonly instrumentId: InstrumentId;
  readonly exchange: Exchange;
  readonly said: RecordHaltBody;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const recordHaltDecider: Decider<InstrumentState, HaltToDecide> = {
  ...instrumentFold,
  decide(command, state) {
    const { instrumentId, said } = command;
    const faults = faultsOf(command);
    if (faults.length > 0) return refuseFor('invalid', faults, 'invalidHalt');
    const known = haltFrom(said.from, state);
    const conflicts = known === undefined ? [] : contradictionsOf(said, known);
    const whole = { ...known, ...said };
    const overlap = overlapFault(whole, state);
    if (overlap !== undefined) conflicts.push(overlap);
    if (conflicts.length > 0) return refuseFor('conflict', conflicts, 'haltContradicts');
    if (known !== undefined && whole.to === known.to && whole.reason === known.reason) return [];
    const { from, to, reason } = whole;
    const ended = to === undefined ? {} : { to };
    const why = reason === undefined ? {} : { reason };
    return [HaltRecorded.create({ instrumentId, from, ...ended, ...why }, Date.parse(to ?? from))];
  },
};

/** The halt on record that began at an instant, however that is written. */
export function haltFrom(from: string, { halts }: InstrumentState): Halt | undefined {
  return halts.find((halt) => Date.parse(halt.from) === Date.parse(from));
}

function faultsOf({ said: { from, to }, exchange, now }: HaltToDecide): readonly Fault[] {
  const faults = [calendarFault('/from', () => exchange.dateOf(Date.parse(from)))];
  if (Date.parse(from) > now)
    faults.push({
      code: 'haltedInFuture',
      pointer: '/from',
      detail: `${from} is still to come. Record a halt once trading has stopped.`,
    });
  if (to === undefined) return faults.filter((fault) => fault !== undefined);
  if (Date.parse(to) <= Date.parse(from))
    faults.push({
      code: 'resumedBeforeHalted',
      pointer: '/to',
      detail: `Trading cannot resume at ${to}, when it stopped at ${from}. Give a later instant, or leave to out until it has resumed.`,
    });
  if (Date.parse(to) > now)
    faults.push({
      code: 'resumedInFuture',
      pointer: '/to',
      detail: `${to} is still to come. Leave to out, and send the halt again with it once trading has resumed.`,
    });
  return faults.filter((fault) => fault !== undefined);
}

function contradictionsOf({ to, reason }: RecordHaltBody, known: Halt): Fault[] {
  const faults: Fault[] = [];
  const onRecord = `The halt from ${known.from} is on record`;
  const fault = (pointer: string, detail: string) => faults.push({ code: 'haltContradicts', pointer, detail });
  if (to !== undefined && known.to !== undefined && Date.parse(to) !== Date.parse(known.to))
    fault('/to', `${onRecord} as ended at ${known.to}, not ${to}. Give what is on record, or leave to out.`);
  if (reason !== undefined && known.reason !== undefined && reason !== known.reason)
    fault(
      '/reason',
      `${onRecord} for ${JSON.stringify(known.reason)}, not ${JSON.stringify(reason)}. Give what is on record, or leave reason out.`,
    );
  return faults;
}

/** An instrument is halted once at a time. */
function overlapFault({ from, to }: RecordHaltBody, { halts }: InstrumentState): Fault | undefined {
  const [start, end] = [Date.parse(from), endOf(to)];
  const other = halts.find((halt) => {
    const its = Date.parse(halt.from);
    return its !== start && its < end && start < endOf(halt.to);
  });
  if (other === undefined) return undefined;
  const span = other.to === undefined ? `from ${other.from} on, without an end` : `from ${other.from} to ${other.to}`;
  const mend =
    other.to === undefined
      ? `Say first when that one ended: send {"from": "${other.from}", "to": ...}.`
      : 'Mend from or to.';
  const detail = `The instrument is on record as halted ${span}: a halt from ${from}${to === undefined ? '' : ` to ${to}`} would overlap it. ${mend}`;
  return { code: 'haltOverlaps', pointer: start > Date.parse(other.from) ? '/from' : '/to', detail };
}

function endOf(to: string | undefined): number {
  return to === undefined ? Infinity : Date.parse(to);
}
