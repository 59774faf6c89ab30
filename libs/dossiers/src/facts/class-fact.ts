import { type RecordedEvent, ShareClassesRecorded, UnitRecorded } from '@streakline/events';
import { canonical } from './canonical';
import type { Fact } from './fact';

/** Facts about what an instrument is a part of: which class of its issuer, and how many shares a unit of trading is. */
export type ClassFact = (Fact<'shareClasses'> & ShareClasses) | (Fact<'unit'> & Unit);

interface ShareClasses {
  from: string | null;
  shareClass: string;
  listed: readonly { readonly instrumentId: string; readonly shareClass: string }[];
  unlisted: readonly { readonly shareClass: string; readonly pricedAs: string; readonly worth?: number | undefined }[];
}

interface Unit {
  from: string | null;
  sharesPerUnit: number | null;
  priceUnit: { readonly name: string; readonly perCurrency: number } | null;
}

/** The fact of one of these kinds that an event holds, and the instrument it is about; null if it holds none. */
export function classFactOf(event: RecordedEvent): { instrumentId: string; fact: ClassFact } | null {
  const { position } = event;
  if (ShareClassesRecorded.is(event)) {
    const { instrumentId, from = null, shareClass } = event.data;
    const { listed, unlisted } = canonical(event.data);
    return { instrumentId, fact: { kind: 'shareClasses', position, from, shareClass, listed, unlisted } };
  }
  if (UnitRecorded.is(event)) {
    const { instrumentId, from = null, sharesPerUnit = null, priceUnit = null } = event.data;
    return { instrumentId, fact: { kind: 'unit', position, from, sharesPerUnit, priceUnit: canonical(priceUnit) } };
  }
  return null;
}
