import { type Dossier, factsOf } from '../facts/dossier';
import type { KnownBenchmark, KnownDividend, KnownShareCount, KnownSplit } from './known';
import type { Moments } from './moments';
import type { SessionTable } from './session-table';
import { winnersBy } from './winners';

/** Splits by ex-date. A split is known from its announcement, and from just before the open of its ex-date in any case. */
export function splitsOf(dossier: Dossier, moments: Moments, table: SessionTable): readonly KnownSplit[] {
  const versions = factsOf(dossier, 'split')
    .map(({ exDate, from, to, announcedOn, position }) => {
      const eve = table.eveOf(exDate);
      const knownAt = announcedOn === null ? eve : Math.min(eve, table.endOf(announcedOn));
      return { exDate, from, to, knownAt, position };
    })
    .filter((version) => isWithin(version, moments));
  return winnersBy(versions, ({ exDate }) => exDate);
}

/** Dividends by ex-date. Each is known from just before the open of that date. */
export function dividendsOf(dossier: Dossier, moments: Moments, table: SessionTable): readonly KnownDividend[] {
  const versions = factsOf(dossier, 'dividend')
    .map(({ exDate, amount, position }) => ({ exDate, amount, knownAt: table.eveOf(exDate), position }))
    .filter((version) => isWithin(version, moments));
  return winnersBy(versions, ({ exDate }) => exDate);
}

/** Every filing of every share count, in the order they became known: of one filing, the version recorded last. A filing known by its date alone counts from that date's end on. */
export function shareCountsOf(dossier: Dossier, moments: Moments, table: SessionTable): readonly KnownShareCount[] {
  const versions = factsOf(dossier, 'shareCount')
    .map(({ countedOn, shares, source, shareClass = null, filedAt, filedOn, knownAt, position }) => ({
      countedOn,
      shares,
      source,
      shareClass,
      knownAt: filedAt !== null ? Date.parse(filedAt) : filedOn !== null ? table.endOf(filedOn) : knownAt,
      position,
    }))
    .filter((version) => isWithin(version, moments));
  return [
    ...winnersBy(versions, ({ countedOn, knownAt, shareClass }) => `${countedOn} ${knownAt} ${shareClass ?? ''}`),
  ].sort((a, b) => a.knownAt - b.knownAt || a.position - b.position);
}

/** Benchmarks by date. They are a choice of this system's users, not news: only asRecorded cuts them. */
export function benchmarksOf(dossier: Dossier, { asRecorded }: Moments): readonly KnownBenchmark[] {
  const versions = factsOf(dossier, 'benchmark')
    .filter(({ position }) => position <= asRecorded)
    .map(({ benchmarkId, role, from, position }) => ({ benchmarkId, role, from, position, knownAt: 0 }));
  return winnersBy(versions, ({ role, from }) => `${from ?? ''} ${role}`).map(
    ({ knownAt: _, ...benchmark }) => benchmark,
  );
}

export function isWithin(
  fact: { readonly knownAt: number; readonly position: number },
  { asOf, asRecorded }: Moments,
): boolean {
  return fact.knownAt <= asOf && fact.position <= asRecorded;
}
