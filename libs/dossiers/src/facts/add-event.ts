import { BarsRecorded, BarsRevised, type RecordedEvent } from '@streakline/events';
import type { BarBatch } from './bar-columns';
import { dayOf } from './day-number';
import { AT_CLOSE, RAW } from './deliveries';
import type { Dossier } from './dossier';
import { smallFactOf, yearOfFact } from './small-fact';

const NOTHING: ReadonlySet<number> = new Set();

/**
 * Adds an event's facts to a dossier, which it changes. Commutative and idempotent: any order, any repetition of the
 * same events makes the same dossier. Answers the fact years to pack again; empty when nothing was new.
 */
export function addEvent(dossier: Dossier, event: RecordedEvent): ReadonlySet<number> {
  if (BarsRecorded.is(event)) {
    const { knownAt } = event.data;
    return addBars(dossier, event.position, event.data, knownAt === undefined ? AT_CLOSE : Date.parse(knownAt));
  }
  if (BarsRevised.is(event)) return addBars(dossier, event.position, event.data, event.knownAt);
  if (dossier.small.has(event.position)) return NOTHING;
  const fact = smallFactOf(dossier.instrumentId, event);
  if (fact === null) return NOTHING;
  dossier.small.set(event.position, fact);
  return new Set([yearOfFact(fact)]);
}

interface BarsData extends BarBatch {
  readonly instrumentId: string;
  readonly source: string;
  readonly basisAsOf: string | null;
}

function addBars(dossier: Dossier, position: number, data: BarsData, knownAt: number): ReadonlySet<number> {
  if (data.instrumentId !== dossier.instrumentId || dossier.bars.deliveries.has(position)) return NOTHING;
  const basis = data.basisAsOf === null ? RAW : dayOf(data.basisAsOf);
  dossier.bars.append({ position, knownAt, basis, source: data.source }, data);
  return yearsOf(data.sessions);
}

function yearsOf(sessions: readonly string[]): ReadonlySet<number> {
  const years = new Set<number>();
  let latest = '';
  for (const session of sessions) {
    if (latest !== '' && session.startsWith(latest)) continue;
    latest = session.slice(0, 4);
    years.add(Number(latest));
  }
  return years;
}
