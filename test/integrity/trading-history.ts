import {
  AnnouncementScheduled,
  DelistingRecorded,
  DistributionRecorded,
  HaltRecorded,
  type InstrumentId,
  type NewEvent,
  ObservationRecorded,
} from '@streakline/events';
import type { RandomSource } from './random-source';

/** Halts (some told of twice: when they began and when they ended), distributions, observations, scheduled dates, a delisting. */
export function tradingEvents(
  random: RandomSource,
  instrumentId: InstrumentId,
  sessions: readonly string[],
): readonly NewEvent[] {
  const events: NewEvent[] = [];
  const some = (most: number, make: () => readonly NewEvent[]) => {
    for (let n = random.whole(0, most); n > 0; n -= 1) events.push(...make());
  };
  some(2, () => halt(random, instrumentId, random.pick(sessions)));
  some(2, () => [distribution(random, instrumentId, random.pick(sessions))]);
  some(4, () => [observation(random, instrumentId, random.pick(sessions))]);
  some(3, () => [schedule(random, instrumentId, random.pick(sessions))]);
  some(1, () => [delisting(random, instrumentId, random.pick(sessions.slice(-100)))]);
  return events;
}

function halt(random: RandomSource, instrumentId: InstrumentId, on: string): readonly NewEvent[] {
  const from = `${on}T15:30:00Z`;
  const open = HaltRecorded.create({ instrumentId, from }, Date.parse(from));
  const to = `${on}T18:${random.whole(10, 59)}:00Z`;
  const whole = HaltRecorded.create({ instrumentId, from, to, reason: 'news pending' }, Date.parse(to));
  return random.pick([[open], [whole], [open, whole]]);
}

function distribution(random: RandomSource, instrumentId: InstrumentId, exDate: string): NewEvent {
  const kind = random.pick(['spinOff', 'special', 'rights'] as const);
  return DistributionRecorded.create({
    ...{ instrumentId, exDate, kind, value: random.whole(1, 300) / 100 },
    ...(random.chance(0.5) ? { announcedOn: daysBefore(exDate, random.whole(1, 20)) } : {}),
  });
}

function observation(random: RandomSource, instrumentId: InstrumentId, on: string): NewEvent {
  const at = `${on}T12:00:00Z`;
  const kind = random.pick(['impliedMove', 'extendedHoursPrice']);
  const data = { instrumentId, kind, at, value: random.whole(1, 99) / 100, unit: 'fraction', source: 'somebody' };
  return ObservationRecorded.create(data, Date.parse(at) + random.whole(0, 3) * 86_400_000);
}

function schedule(random: RandomSource, instrumentId: InstrumentId, on: string): NewEvent {
  const moment = random.chance(0.2) ? null : { on, timing: 'afterClose' as const };
  const data = { instrumentId, kind: 'earnings' as const, period: random.pick(['2025-Q3', '2025-Q4']), moment };
  return AnnouncementScheduled.create(data, Date.parse(`${daysBefore(on, random.whole(1, 30))}T13:00:00Z`));
}

function delisting(random: RandomSource, instrumentId: InstrumentId, lastSession: string): NewEvent {
  return DelistingRecorded.create({
    ...{ instrumentId, lastSession, reason: random.pick(['acquisition', 'performance'] as const) },
    ...(random.chance(0.5) ? { cashPerShare: random.whole(1, 90) } : {}),
    ...(random.chance(0.5) ? { announcedOn: daysBefore(lastSession, random.whole(0, 20)) } : {}),
  });
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
