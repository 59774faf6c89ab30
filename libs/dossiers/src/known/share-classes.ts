import { type Dossier, factsOf } from '../facts/dossier';
import type { KnownShareClasses, KnownUnit } from './known';
import type { Moments } from './moments';
import { winnersBy } from './winners';

/** By date, of each the one recorded last. They say who the instrument is, as its listing does: only asRecorded cuts them. */
export function shareClassesOf(dossier: Dossier, { asRecorded }: Moments): readonly KnownShareClasses[] {
  const versions = factsOf(dossier, 'shareClasses')
    .filter(({ position }) => position <= asRecorded)
    .map(({ kind: _, ...classes }) => ({ ...classes, knownAt: 0 }));
  return winnersBy(versions, ({ from }) => from ?? '').map(({ knownAt: _, ...classes }) => classes);
}

/** By date, of each the one recorded last; cut as the classes are. */
export function unitsOf(dossier: Dossier, { asRecorded }: Moments): readonly KnownUnit[] {
  const versions = factsOf(dossier, 'unit')
    .filter(({ position }) => position <= asRecorded)
    .map(({ kind: _, ...unit }) => ({ ...unit, knownAt: 0 }));
  return winnersBy(versions, ({ from }) => from ?? '').map(({ knownAt: _, ...unit }) => unit);
}

/** How many of its prices' units make one of the instrument's currency: 100 for pence, 1 where nothing was said. */
export function priceUnitsPerCurrency(units: readonly KnownUnit[]): number {
  return units.find(({ priceUnit }) => priceUnit !== null)?.priceUnit?.perCurrency ?? 1;
}

/** Ordinary shares that a unit of trading stood for on a date; 1 where nothing was said. */
export function sharesPerUnitOn(units: readonly KnownUnit[], date: string): number {
  const inForce = units.findLast(({ from, sharesPerUnit }) => sharesPerUnit !== null && (from ?? '') <= date);
  return inForce?.sharesPerUnit ?? 1;
}
