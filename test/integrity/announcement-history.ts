import {
  AnnouncementAmended,
  AnnouncementCorrected,
  AnnouncementMade,
  AnnouncementMeasured,
  type AnnouncementRecord,
  AnnouncementRetracted,
  idOf,
  type InstrumentId,
  instrumentsConcerned,
  isInstrumentId,
  type Moment,
  type NewEvent,
  type Subject,
} from '@streakline/events';
import type { RandomSource } from './random-source';
import { SESSIONS, type Statement } from './tape-history';

/** An amendment comes after what it amends, wherever on Earth: as the write side has it. */
const ORIGINALS = SESSIONS.slice(0, 240);
const AMENDMENTS = SESSIONS.slice(245);

const KNOWN_AT = Date.parse('2026-03-07T00:00:00Z');

/** One announcement's life: made, then perhaps amended, measured, corrected, given other subjects, retracted. */
export function announcementStatements(
  random: RandomSource,
  name: string,
  instrumentIds: readonly InstrumentId[],
): readonly Statement[] {
  const id = idOf('ann', ['external', 'random', name]);
  let record: AnnouncementRecord = {
    id,
    source: 'random',
    externalId: name,
    original: {
      kind: random.pick(['earnings', 'deal', 'guidance']),
      headline: `What ${name} said`,
      moment: moment(random, ORIGINALS),
      subjects: subjects(random, instrumentIds),
      amounts: [],
      sources: [],
      relations: [],
    },
    amendments: [],
  };
  const events: NewEvent[] = [AnnouncementMade.create({ announcement: record, formerInstruments: [] }, KNOWN_AT)];
  for (let n = random.whole(0, 3); n > 0; n -= 1) {
    const change = random.pick([amended, measured, corrected]);
    const changed = change(random, record, instrumentIds);
    events.push(changed.event);
    record = changed.record;
  }
  if (random.chance(0.15)) events.push(retracted(record));
  return events.map((event) => ({ streamId: `announcement-${id}`, event }));
}

interface Changed {
  readonly record: AnnouncementRecord;
  readonly event: NewEvent;
}

function amended(random: RandomSource, record: AnnouncementRecord, instrumentIds: readonly InstrumentId[]): Changed {
  const amendment = {
    id: idOf('amd', [record.id, record.amendments.length]),
    moment: moment(random, AMENDMENTS),
    ...(random.chance(0.5) ? { subjects: subjects(random, instrumentIds) } : {}),
  };
  const announcement = { ...record, amendments: [...record.amendments, amendment] };
  return {
    record: announcement,
    event: AnnouncementAmended.create({ announcement, formerInstruments: [], amendmentId: amendment.id }, KNOWN_AT),
  };
}

function measured(random: RandomSource, record: AnnouncementRecord): Changed {
  const eps = { metric: 'eps', unit: 'USD/share', actual: random.whole(1, 9), expected: { value: 5 } };
  const announcement = { ...record, original: { ...record.original, period: '2025-Q4', measures: [eps] } };
  const data = { announcement, measured: record.id, formerInstruments: [] };
  return { record: announcement, event: AnnouncementMeasured.create(data, KNOWN_AT) };
}

function corrected(random: RandomSource, record: AnnouncementRecord, instrumentIds: readonly InstrumentId[]): Changed {
  const announcement = {
    ...record,
    original: { ...record.original, moment: moment(random, ORIGINALS), subjects: subjects(random, instrumentIds) },
  };
  const formerInstruments = instrumentsConcerned(record)
    .filter(isInstrumentId)
    .filter((id) => !instrumentsConcerned(announcement).includes(id));
  const data = { announcement, formerInstruments, corrected: record.id, reason: 'it was otherwise' };
  return { record: announcement, event: AnnouncementCorrected.create(data, KNOWN_AT) };
}

function retracted(record: AnnouncementRecord): NewEvent {
  const announcement = { ...record, retraction: { reason: 'a hoax' } };
  return AnnouncementRetracted.create({ announcement, formerInstruments: [], reason: 'a hoax' }, KNOWN_AT);
}

function moment(random: RandomSource, sessions: readonly string[]): Moment {
  const on = random.pick(sessions);
  if (random.chance(0.4)) return { at: `${on}T${String(random.whole(0, 23)).padStart(2, '0')}:30:00Z` };
  return random.chance(0.3) ? { on } : { on, timing: random.pick(['preMarket', 'intraday', 'afterClose'] as const) };
}

function subjects(random: RandomSource, instrumentIds: readonly InstrumentId[]): Subject[] {
  const listed = instrumentIds.filter(() => random.chance(0.5));
  return [
    ...listed.map((instrumentId) => ({ instrumentId, role: random.pick(['issuer', 'rival']) })),
    { name: 'Somebody Private', role: 'counterparty' },
  ];
}
