import {
  BarsRecorded,
  BarsRevised,
  idOf,
  InstrumentListed,
  type NewEvent,
  type RecordedEvent,
  ShareCountRecorded,
} from '@streakline/events';
import { addEvent, type Dossier, emptyDossier } from '@streakline/dossiers';
import { exchange } from '@streakline/market-time';

export const ACME = idOf('ins', ['insights', 'ACME']);
export const DAY = 24 * 60 * 60 * 1000;

const nasdaq = exchange('XNAS');
/** From Monday 2026-01-05 to Friday 2026-02-27, with two Mondays off. */
export const SESSIONS = nasdaq.sessions('2026-01-05', '2026-02-28');

export function closeOf(session: string): number {
  return nasdaq.hours(session).close;
}

export function listing(): NewEvent {
  return InstrumentListed.create(
    { instrumentId: ACME, symbol: 'ACME', mic: 'XNAS', name: 'Acme Inc', currency: 'USD' },
    closeOf('2026-01-05'),
  );
}

/** A billion shares, so that the close in dollars is the market cap in billions. */
export function shareCount(shares = 1e9): NewEvent {
  const data = { instrumentId: ACME, countedOn: '2025-12-31', shares, filedOn: '2026-01-02' };
  return ShareCountRecorded.create(data, closeOf('2026-01-05'));
}

/** A delivery, known when its last session closed. */
export function bars(sessions: readonly string[], closes: readonly number[]): NewEvent {
  const data = {
    ...{ instrumentId: ACME, source: 'vendor', basisAsOf: null, sessions: [...sessions], close: [...closes] },
  };
  return BarsRecorded.create(data, closeOf(sessions.at(-1) ?? ''));
}

export function revision(session: string, close: number, at: number): NewEvent {
  const data = { instrumentId: ACME, source: 'vendor', basisAsOf: null, sessions: [session], close: [close] };
  return BarsRevised.create(data, at);
}

/** As the store gives it out; recorded when it became known where nothing else is said. */
export function recorded(event: NewEvent, position: number, recordedAt = event.knownAt ?? 0): RecordedEvent {
  return {
    ...{ position, id: `event-${position}`, streamId: 'told', streamVersion: position, ...event },
    ...{ knownAt: event.knownAt ?? recordedAt, recordedAt, correlationId: 'told', causationId: null },
  };
}

export function dossierOf(events: readonly RecordedEvent[]): Dossier {
  const dossier = emptyDossier(ACME);
  for (const event of events) addEvent(dossier, event);
  return dossier;
}
