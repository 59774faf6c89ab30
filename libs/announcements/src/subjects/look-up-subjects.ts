import type { InstrumentId, Moment } from '@streakline/events';
import { isRefusal, type LoadState } from '@streakline/event-store';
import {
  exchangeOfInstrument,
  findInstrument,
  instrumentFold,
  instrumentStream,
  micOfRef,
} from '@streakline/instruments';
import { type Exchange, exchange, exchanges, OutsideCoverageError } from '@streakline/market-time';
import type { SubjectBody } from './subject-body';

/** A subject whose reference was looked up as of the announcement's date. */
export type LookedUpSubject =
  | { readonly role: string; readonly name: string }
  | { readonly role: string; readonly instrumentId: InstrumentId; readonly exchange: Exchange }
  | { readonly role: string; readonly whyUnknown: string };

/** Without a moment (the body states none that is one) references are looked up as of today. */
export function lookUpSubjects(
  load: LoadState,
  subjects: readonly SubjectBody[],
  moment: Moment | undefined,
): Promise<LookedUpSubject[]> {
  return Promise.all(subjects.map((subject) => lookUp(load, subject, moment)));
}

/** The exchanges of instruments on record. */
export async function exchangesOf(
  load: LoadState,
  instrumentIds: readonly InstrumentId[],
): Promise<ReadonlyMap<InstrumentId, Exchange>> {
  const found = new Map<InstrumentId, Exchange>();
  for (const instrumentId of instrumentIds) {
    const { state } = await load(instrumentStream(instrumentId), instrumentFold);
    found.set(instrumentId, exchangeOfInstrument(state));
  }
  return found;
}

async function lookUp(load: LoadState, subject: SubjectBody, moment: Moment | undefined): Promise<LookedUpSubject> {
  const { role } = subject;
  if ('name' in subject) return { role, name: subject.name };
  const found = await findInstrument(load, subject.instrument, moment && dateAt(moment, subject.instrument));
  if (isRefusal(found)) return { role, whyUnknown: found.detail };
  return { role, instrumentId: found.instrumentId, exchange: exchangeOfInstrument(found.state) };
}

/** The date of an instant at the exchange that the reference names; outside of its coverage, and without one, in UTC. */
function dateAt(moment: Moment, ref: string): string {
  if ('on' in moment) return moment.on;
  const mic = micOfRef(ref);
  if (mic === undefined || !exchanges.includes(mic)) return moment.at.slice(0, 10);
  try {
    return exchange(mic).dateOf(Date.parse(moment.at));
  } catch (error) {
    if (error instanceof OutsideCoverageError) return moment.at.slice(0, 10);
    throw error;
  }
}
