import type { Known, KnownShareClasses } from '../known/known';
import { type CapColumns, classColumns, OWN_CLASS, type PricedClass } from './class-columns';

/** A class of an issuer, on the tape at whose prices it counts. */
export interface CompanyPart {
  readonly name: string;
  readonly tape: Known;
  readonly columns: CapColumns;
  /** Of each bar of the subject's tape, the place of the same session's bar on `tape`; -1 where it has none. */
  readonly places: Int32Array;
}

/** Why an issuer has no market cap though the subject's own class has one. */
export type NoCompany = 'mixedCurrencies' | 'otherClassMissing';

/** The classes of an issuer over a stretch of its tape, by name: their sum is the same, from whichever class it is taken. */
export type Company = readonly CompanyPart[] | NoCompany;

/** From the session `from` on the issuer is this; null: its one class. */
interface Stretch {
  readonly from: string;
  readonly company: Company | null;
}

const remembered = new WeakMap<Known, readonly Stretch[]>();

/** The issuer's classes on a session; null where only the subject's own is on record. Computed once for each Known. */
export function companyOn(known: Known, session: string): Company | null {
  let stretches = remembered.get(known);
  if (stretches === undefined) remembered.set(known, (stretches = stretchesOf(known)));
  return stretches.findLast(({ from }) => from <= session)?.company ?? null;
}

function stretchesOf(known: Known): readonly Stretch[] {
  return known.shareClasses.map((classes) => ({ from: classes.from ?? '', company: companyOf(known, classes) }));
}

function companyOf(known: Known, classes: KnownShareClasses): Company | null {
  if (classes.listed.length + classes.unlisted.length === 0) return null;
  const tapes = new Map([[classes.shareClass, known]]);
  for (const { instrumentId, shareClass } of classes.listed) {
    const tape = known.others.get(instrumentId);
    if (tape === undefined) return 'otherClassMissing';
    if (tape.listing.currency !== known.listing.currency) return 'mixedCurrencies';
    tapes.set(shareClass, tape);
  }
  const parts = [...tapes].map(([name, tape]) => partOf(known, name, tape, OWN_CLASS));
  for (const { shareClass, pricedAs, worth = 1 } of classes.unlisted) {
    const tape = tapes.get(pricedAs);
    if (tape === undefined) return 'otherClassMissing';
    parts.push(partOf(known, shareClass, tape, { unlisted: shareClass, worth }));
  }
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function partOf(known: Known, name: string, tape: Known, priced: PricedClass): CompanyPart {
  return { name, tape, columns: classColumns(tape, priced), places: placesOn(tape, known.sessions) };
}

/** By date, for classes may trade on exchanges with other sessions. */
function placesOn(tape: Known, sessions: readonly string[]): Int32Array {
  const places = new Int32Array(sessions.length).fill(-1);
  let place = 0;
  for (let i = 0; i < sessions.length; i++) {
    while (place < tape.sessions.length && tape.sessions[place]! < sessions[i]!) place++;
    if (tape.sessions[place] === sessions[i]) places[i] = place;
  }
  return places;
}

/** What a part is worth at a bar of the subject's tape; NaN where it lacks its bar or a count. */
export function partCap({ columns, places }: CompanyPart, place: number): number {
  return columns.marketCap[places[place]!] ?? Number.NaN;
}
