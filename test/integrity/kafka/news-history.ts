import { BarsRecorded, BarsRevised, idOf, type InstrumentId, ShareCountRecorded } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { RandomSource } from '../random-source';
import { listing, type Statement } from '../tape-history';

const DAY_MS = 24 * 60 * 60 * 1000;

export function newsInstrumentOf(seed: number): InstrumentId {
  return idOf('ins', ['news', seed]);
}

/**
 * One instrument's bars of the last three weeks, session by session, and then revisions of its last days without end.
 * Insights are told of the last seven days before the store recorded a fact, and the store goes by the real clock:
 * of histories with fixed dates nothing is ever told.
 */
export function* newsHistory(seed: number): Iterable<Statement> {
  const random = new RandomSource(seed);
  const instrumentId = newsInstrumentOf(seed);
  const streamId = `bars-${instrumentId}`;
  const sessions = lastSessions();
  const bar = (session: string) => ({
    ...{ instrumentId, source: 'vendor-a', basisAsOf: null, sessions: [session] },
    // With a billion shares: market caps about the mark of ten billion.
    close: [random.whole(8, 12)],
  });
  yield listing(instrumentId, 'NEWS');
  const count = { instrumentId, countedOn: '2024-06-03', shares: 1_000_000_000, filedOn: '2024-06-04' };
  yield { streamId: `instrument-${instrumentId}`, event: ShareCountRecorded.create(count) };
  for (const session of sessions) yield { streamId, event: BarsRecorded.create(bar(session)) };
  for (;;) yield { streamId, event: BarsRevised.create(bar(random.pick(sessions.slice(-6)))) };
}

function lastSessions(): readonly string[] {
  const [now, nasdaq] = [Date.now(), exchange('XNAS')];
  const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return nasdaq
    .sessions(dateOf(now - 21 * DAY_MS), dateOf(now))
    .filter((session) => nasdaq.hours(session).close <= now);
}
