import { type Dossier, factsOf } from '../facts/dossier';
import { isWithin } from './capital';
import type { KnownDelisting, KnownDistribution, KnownHalt } from './known';
import type { Moments } from './moments';
import type { SessionTable } from './session-table';
import { winnersBy } from './winners';

/** Halts by start. The stop was known at `from`, the resumption at `to`: so one event holds two facts on the same halt. */
export function haltsOf(dossier: Dossier, moments: Moments): readonly KnownHalt[] {
  const versions = factsOf(dossier, 'halt')
    .flatMap(({ from, to, reason, position }): KnownHalt[] => {
      const stopped = { from, to: null, reason, knownAt: from, position };
      return to === null ? [stopped] : [stopped, { from, to, reason, knownAt: to, position }];
    })
    .filter((version) => isWithin(version, moments));
  return [...winnersBy(versions, ({ from }) => `${from}`)].sort((a, b) => a.from - b.from);
}

/** Of several words on it the one known last. Known from the end of its announcement's date, or else from its last close. */
export function delistingOf(dossier: Dossier, moments: Moments, table: SessionTable): KnownDelisting | null {
  const versions = factsOf(dossier, 'delisting')
    .map(({ lastSession, reason, cashPerShare, announcedOn, position }) => {
      const knownAt = announcedOn === null ? table.closeOf(lastSession) : table.endOf(announcedOn);
      return { lastSession, reason, cashPerShare, knownAt, position };
    })
    .filter((version) => isWithin(version, moments));
  return winnersBy(versions, () => '')[0] ?? null;
}

/** Distributions by ex-date and kind. As a split, each is known from its announcement, and from just before the open of its ex-date in any case. */
export function distributionsOf(dossier: Dossier, moments: Moments, table: SessionTable): readonly KnownDistribution[] {
  const versions = factsOf(dossier, 'distribution')
    .map(({ exDate, of: kind, value, received, announcedOn, position }) => {
      const eve = table.eveOf(exDate);
      const knownAt = announcedOn === null ? eve : Math.min(eve, table.endOf(announcedOn));
      return { exDate, kind, value, received, knownAt, position };
    })
    .filter((version) => isWithin(version, moments));
  return winnersBy(versions, ({ exDate, kind }) => `${exDate} ${kind}`);
}
