import { AnnouncementScheduled, type InstrumentId, type Moment } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { instrumentFold, type InstrumentState } from '../identity/instrument-state';
import { lastWord, type Schedule } from '../identity/trading-state';
import { isFault, scheduledMoment } from './scheduled-moment';
import type { ScheduleAnnouncementBody } from './schedule-announcement.command';

export interface ScheduleToDecide {
  readonly instrumentId: InstrumentId;
  readonly exchange: Exchange;
  readonly said: ScheduleAnnouncementBody;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const scheduleAnnouncementDecider: Decider<InstrumentState, ScheduleToDecide> = {
  ...instrumentFold,
  decide(command, state) {
    const { instrumentId, exchange, said, now } = command;
    const knownAt = knownAtOf(command);
    const moment = scheduledMoment(said, exchange, knownAt);
    const faults = isFault(moment) ? [moment] : [];
    if (knownAt > now) faults.push(knownInFuture(said));
    if (faults.length > 0 || isFault(moment)) return refuseFor('invalid', faults, 'invalidSchedule');
    const before = wordBefore(command, state);
    if (before !== undefined && isSame(before, moment, said.source)) return [];
    const conflict = conflictOf(command, moment, before);
    if (conflict !== undefined) return refuseFor('conflict', [conflict], conflict.code);
    const { kind, period, source } = said;
    const about = { kind, ...(period === undefined ? {} : { period }), ...(source === undefined ? {} : { source }) };
    return [AnnouncementScheduled.create({ instrumentId, ...about, moment }, knownAt)];
  },
};

/** What was in force of this announcement when the word was said; undefined where nothing was. */
export function wordBefore(command: ScheduleToDecide, { schedules }: InstrumentState): Schedule | undefined {
  const { kind, period } = command.said;
  const words = schedules.filter((word) => word.kind === kind && word.period === period);
  return lastWord(words, knownAtOf(command));
}

function knownAtOf({ said, now }: ScheduleToDecide): number {
  return said.knownAt === undefined ? now : Date.parse(said.knownAt);
}

function knownInFuture({ knownAt }: ScheduleAnnouncementBody): Fault {
  const detail = `${knownAt} is in the future. Give the instant at which it was said, or leave knownAt out.`;
  return { code: 'knownInFuture', pointer: '/knownAt', detail };
}

/** A source that is left out contradicts none. */
function isSame(word: Schedule, moment: Moment | null, source: string | undefined): boolean {
  return isSameMoment(word.moment, moment) && (source === undefined || word.source === source);
}

function isSameMoment(one: Moment | null, other: Moment | null): boolean {
  if (one === null || other === null) return one === other;
  if ('at' in one || 'at' in other) return 'at' in one && 'at' in other && Date.parse(one.at) === Date.parse(other.at);
  return one.on === other.on && one.timing === other.timing;
}

function conflictOf(command: ScheduleToDecide, moment: Moment | null, before: Schedule | undefined): Fault | undefined {
  const { kind, period } = command.said;
  const name = `${kind}${period === undefined ? '' : ` of ${period}`}`;
  if (moment === null && before === undefined) {
    const detail = `No announcement (${name}) was scheduled by then: there is nothing to call off. Mend kind, period or knownAt.`;
    return { code: 'notScheduled', pointer: '/calledOff', detail };
  }
  if (before?.knownAt !== knownAtOf(command)) return undefined;
  const said = before.moment === null ? 'called off' : JSON.stringify(before.moment);
  const at = new Date(before.knownAt).toISOString();
  const detail = `Of ${at} another word on this announcement (${name}) is on record: ${said}. Give what is on record, or the knownAt of the later word.`;
  return { code: 'scheduleContradicts', pointer: '/knownAt', detail };
}
