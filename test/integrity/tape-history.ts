import {
  BarsRecorded,
  BarsRevised,
  BenchmarkAssigned,
  DividendRecorded,
  InstrumentClassified,
  type InstrumentId,
  InstrumentListed,
  InstrumentRenamed,
  type NewEvent,
  ShareCountRecorded,
  SplitRecorded,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';
import type { RandomSource } from './random-source';
import { tradingEvents } from './trading-history';

/** A statement of a history: an event, and the stream it belongs to. */
export interface Statement {
  readonly streamId: string;
  readonly event: NewEvent;
}

export const SESSIONS = exchange('XNAS').sessions('2024-06-03', '2026-03-06');

export function listing(instrumentId: InstrumentId, symbol: string, mic = 'XNAS'): Statement {
  const data = { instrumentId, symbol, mic, name: `${symbol} Inc`, currency: 'USD' };
  return of(instrumentId, InstrumentListed.create(data, Date.parse('2024-06-01T00:00:00Z')));
}

export function benchmark(instrumentId: InstrumentId, benchmarkId: InstrumentId): Statement {
  return of(
    instrumentId,
    BenchmarkAssigned.create({ instrumentId, benchmarkId, role: 'market' }, Date.parse('2024-06-01T00:00:00Z')),
  );
}

/** Deliveries that cover the tape in pieces, out of order, overlapping, with sessions left out; then revisions, splits, counts, dividends, a sector, a rename, halts, distributions, observations, scheduled dates, a delisting. */
export function tapeStatements(random: RandomSource, instrumentId: InstrumentId): readonly Statement[] {
  const statements = Array.from({ length: random.whole(3, 9) }, () => delivery(random, instrumentId));
  for (let n = random.whole(0, 4); n > 0; n -= 1) statements.push(revision(random, instrumentId));
  for (let n = random.whole(0, 2); n > 0; n -= 1) statements.push(split(random, instrumentId));
  for (let n = random.whole(0, 4); n > 0; n -= 1) statements.push(shareCount(random, instrumentId));
  for (let n = random.whole(0, 2); n > 0; n -= 1) statements.push(dividend(random, instrumentId));
  if (random.chance(0.5)) statements.push(sector(random, instrumentId));
  if (random.chance(0.3)) statements.push(rename(random, instrumentId));
  statements.push(...tradingEvents(random, instrumentId, SESSIONS).map((event) => of(instrumentId, event)));
  return statements;
}

function sector(random: RandomSource, instrumentId: InstrumentId): Statement {
  const data = { instrumentId, scheme: 'GICS', code: random.pick(['10', '25', '45']), from: random.pick(SESSIONS) };
  return of(instrumentId, InstrumentClassified.create(data));
}

interface Prices {
  readonly close: number[];
  readonly open?: (number | null)[];
  readonly high?: number[];
  readonly low?: number[];
  readonly volume?: number[];
}

/** Closes move by a few cents, or not at all: runs, ties and halts are all there. */
function delivery(random: RandomSource, instrumentId: InstrumentId): Statement {
  const sessions = someSessions(random);
  const basisAsOf = random.chance(0.5) ? null : (sessions.at(-1) ?? null);
  const data = {
    instrumentId,
    source: random.pick(['vendor-a', 'vendor-b']),
    basisAsOf,
    sessions,
    ...prices(random, sessions.length),
  };
  return of(`bars-${instrumentId}`, BarsRecorded.create(data, Date.parse('2026-03-07T00:00:00Z')));
}

function revision(random: RandomSource, instrumentId: InstrumentId): Statement {
  const sessions = someSessions(random).slice(0, random.whole(1, 5));
  const data = { instrumentId, source: 'vendor-a', basisAsOf: null, sessions, ...prices(random, sessions.length) };
  return of(
    `bars-${instrumentId}`,
    BarsRevised.create(data, Date.parse('2026-03-07T00:00:00Z') + random.whole(-5, 5) * 86_400_000),
  );
}

function someSessions(random: RandomSource): string[] {
  const from = random.whole(0, SESSIONS.length - 2);
  return SESSIONS.slice(from, from + random.whole(1, 200)).filter(() => !random.chance(0.02));
}

function prices(random: RandomSource, length: number): Prices {
  let cents = random.whole(2_000, 30_000);
  const close = Array.from({ length }, () => {
    cents = Math.max(100, cents + random.whole(-3, 3) * random.whole(0, 90));
    return cents / 100;
  });
  if (random.chance(0.3)) return { close };
  return {
    close,
    open: close.map((price) => (random.chance(0.05) ? null : price + 0.01)),
    high: close.map((price) => price + 0.5),
    low: close.map((price) => price - 0.5),
    volume: close.map(() => random.whole(0, 9_000_000)),
  };
}

function split(random: RandomSource, instrumentId: InstrumentId): Statement {
  const data = { instrumentId, exDate: random.pick(SESSIONS), from: 1, to: random.pick([2, 3, 20]) };
  return of(instrumentId, SplitRecorded.create(data));
}

function shareCount(random: RandomSource, instrumentId: InstrumentId): Statement {
  const countedOn = random.pick(SESSIONS.slice(0, -30));
  const filedOn = SESSIONS[SESSIONS.indexOf(countedOn) + random.whole(1, 20)] ?? countedOn;
  const data = { instrumentId, countedOn, shares: random.whole(1_000_000, 9_000_000_000), filedOn };
  return of(instrumentId, ShareCountRecorded.create(data));
}

function dividend(random: RandomSource, instrumentId: InstrumentId): Statement {
  return of(
    instrumentId,
    DividendRecorded.create({ instrumentId, exDate: random.pick(SESSIONS), amount: random.whole(1, 200) / 100 }),
  );
}

function rename(random: RandomSource, instrumentId: InstrumentId): Statement {
  const data = {
    instrumentId,
    symbol: `N${random.whole(100, 999)}`,
    mic: random.pick(['XNAS', 'XNYS']),
    from: random.pick(SESSIONS),
  };
  return of(instrumentId, InstrumentRenamed.create(data));
}

function of(owner: string, event: NewEvent): Statement {
  return { streamId: owner.startsWith('bars-') ? owner : `instrument-${owner}`, event };
}
