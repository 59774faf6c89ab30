import type { NewEvent } from '@streakline/events';
import { type Decided, isRefusal, type LoadState, type Refusal } from '@streakline/event-store';
import { appendsOf } from './appends';
import { findInstrument, type ResolvedInstrument } from './resolve-instrument';

/** What a use case brings to a decision about one listed instrument. */
export interface InstrumentDecision {
  readonly ref: string;
  /** The date (YYYY-MM-DD) as of which the reference holds; the present, if undefined. */
  readonly on: string | undefined;
  decide(instrument: ResolvedInstrument): readonly NewEvent[] | Refusal;
  /** The position at which it was said, once `decide` finds that all of it is on record; undefined is a fault of ours. */
  saidAt(instrument: ResolvedInstrument): number | undefined;
}

/** Looks the instrument up, decides, and sends the events to their streams. */
export async function decideOnInstrument(load: LoadState, decision: InstrumentDecision): Promise<Decided | Refusal> {
  const instrument = await findInstrument(load, decision.ref, decision.on);
  if (isRefusal(instrument)) return instrument;
  const events = decision.decide(instrument);
  if (isRefusal(events)) return events;
  const id = instrument.instrumentId;
  if (events.length > 0) return { id, appends: appendsOf(id, events) };
  const saidAt = decision.saidAt(instrument);
  if (saidAt === undefined) throw new Error(`Nothing to record of ${id}, and nothing on record that says so.`);
  return { id, appends: [], saidAt };
}
