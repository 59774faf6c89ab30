import { eachBar, type Known, nameOn } from '@streakline/dossiers';
import type { Exchange, Session } from '@streakline/market-time';
import type { Market } from '../market/market';

/** When things became known in a market, and when its exchanges were open: what decides where a log may be cut. */
export interface MarketMoments {
  /** Every instant at which something became known, ascending. Epoch milliseconds, as all here. */
  readonly all: Float64Array;
  /** Those at which bars did, and at which announcements did. */
  readonly bars: Float64Array;
  readonly announcements: Float64Array;
  /** Open and session of the session of an instrument's exchange that is under way at an instant; null where it is closed. */
  underWay(instrumentId: string, at: number): { readonly session: Session; readonly open: number } | null;
  /** The date of an instant where an instrument trades; null of an instrument that the market has not. */
  dateAt(instrumentId: string, at: number): string | null;
}

/** Reads them from all that a market rests on, bars replaced since included. */
export function momentsOf({ instruments, cut: { asRecorded } }: Market): MarketMoments {
  const [bars, announcements, others] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const exchanges = new Map<string, Exchange>();
  for (const { instrumentId, dossier, known } of instruments) {
    exchanges.set(instrumentId, known.exchange);
    eachBar(dossier, known.table, (_, knownAt, position) => {
      if (position <= asRecorded) bars.add(knownAt);
    });
    for (const { knownAt } of known.acts) announcements.add(knownAt);
    for (const { knownAt } of smallFactsOf(known)) others.add(knownAt);
  }
  return {
    all: ascending(new Set([...bars, ...announcements, ...others])),
    bars: ascending(bars),
    announcements: ascending(announcements),
    underWay: (instrumentId, at) => sessionUnderWay(exchanges.get(instrumentId), at),
    dateAt: (instrumentId, at) => exchanges.get(instrumentId)?.dateOf(at) ?? null,
  };
}

/** One thing that became known, in words. */
export interface NewsItem {
  readonly instrumentId: string;
  readonly ref: string;
  /** "bar of 2021-03-02", "announcement \"...\"", "split of 2021-03-02". */
  readonly what: string;
  readonly position: number;
}

/** What became known at exactly an instant, in the market's order of instruments. */
export function newsAt({ instruments, cut: { asRecorded } }: Market, instant: number): readonly NewsItem[] {
  return instruments.flatMap(({ instrumentId, dossier, known }) => {
    const news: { what: string; position: number }[] = [];
    eachBar(dossier, known.table, (ordinal, knownAt, position) => {
      if (knownAt === instant && position <= asRecorded) {
        news.push({ what: `bar of ${known.table.sessions[ordinal]!}`, position });
      }
    });
    for (const { knownAt, headline, position } of known.acts) {
      if (knownAt === instant) news.push({ what: `announcement "${headline}"`, position });
    }
    for (const fact of smallFactsOf(known)) if (fact.knownAt === instant) news.push(fact);
    const { mic, symbol } = nameOn(known, known.exchange.dateOf(instant));
    return news.map((item) => ({ instrumentId, ref: `${mic}:${symbol}`, ...item }));
  });
}

interface SmallFact {
  readonly what: string;
  readonly knownAt: number;
  readonly position: number;
}

function smallFactsOf(known: Known): readonly SmallFact[] {
  const { splits, dividends, distributions, shareCounts, halts, delisting, schedules, observations } = known;
  const named = <Fact extends { readonly knownAt: number; readonly position: number }>(
    facts: readonly Fact[],
    what: (fact: Fact) => string,
  ): SmallFact[] => facts.map((fact) => ({ what: what(fact), knownAt: fact.knownAt, position: fact.position }));
  return [
    ...named(splits, ({ exDate }) => `split of ${exDate}`),
    ...named(dividends, ({ exDate }) => `dividend of ${exDate}`),
    ...named(distributions, ({ exDate }) => `distribution of ${exDate}`),
    ...named(shareCounts, ({ countedOn }) => `share count of ${countedOn}`),
    ...named(halts, ({ from }) => `halt from ${new Date(from).toISOString()}`),
    ...named(delisting === null ? [] : [delisting], ({ lastSession }) => `delisting after ${lastSession}`),
    ...named(schedules, ({ kind }) => `schedule of the next ${kind}`),
    ...named(observations, ({ kind }) => `observation of ${kind}`),
  ];
}

function sessionUnderWay(exchange: Exchange | undefined, at: number): { session: Session; open: number } | null {
  if (exchange === undefined) return null;
  const date = exchange.dateOf(at);
  const { from, to } = exchange.coverage;
  if (date < from || date > to || !exchange.isSession(date)) return null;
  const { open, close } = exchange.hours(date);
  return open <= at && at < close ? { session: date, open } : null;
}

function ascending(instants: ReadonlySet<number>): Float64Array {
  return Float64Array.from(instants).sort();
}
