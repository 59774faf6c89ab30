import type { PlannedCount } from '@streakline/edgar';
import { type ResolvedInstrument, shareClassesOn } from '@streakline/instruments';

export type Holder =
  | {
      readonly instrument: ResolvedInstrument;
      /** Of a class that does not trade, as it is called on record; left out, the instrument's own. */
      readonly shareClass?: string;
    }
  | { readonly why: string };

/**
 * The instrument that a count belongs to: of a class that trades its own, of one that does not the one at whose price it
 * counts. Classes are those on record; without any, the ticker on the cover tells.
 */
export function holderOfClass(count: PlannedCount, instruments: readonly ResolvedInstrument[]): Holder {
  if (count.shareClass === undefined) return holderOfWhole(count, instruments);
  const sought = letterOf(count.shareClass);
  for (const instrument of instruments) {
    const classes = shareClassesOn(instrument.state, count.countedOn);
    if (classes === undefined) continue;
    if (letterOf(classes.shareClass) === sought) return { instrument };
    const listed = classes.listed.find((one) => letterOf(one.shareClass) === sought);
    const other = instruments.find(({ instrumentId }) => instrumentId === listed?.instrumentId);
    if (other !== undefined) return { instrument: other };
    const unlisted = classes.unlisted.find((one) => letterOf(one.shareClass) === sought);
    if (unlisted !== undefined && unlisted.pricedAs === classes.shareClass)
      return { instrument, shareClass: unlisted.shareClass };
  }
  const bearer = instruments.find(({ symbol }) => symbol === count.symbol?.toUpperCase().replace('-', '.'));
  if (bearer !== undefined) return { instrument: bearer };
  return {
    why: `the cover counts the class ${count.shareClass}, and no instrument on record is known to be of it, or to price it. Say which classes there are by POST /v1/instruments/{ref}/share-classes.`,
  };
}

function holderOfWhole(count: PlannedCount, instruments: readonly ResolvedInstrument[]): Holder {
  const [only, second] = instruments;
  if (only === undefined || second !== undefined) {
    const names = instruments.map(({ mic, symbol }) => `${mic}:${symbol}`).join(', ');
    return {
      why: `the count names no class, and the issuer has ${names} on record. Name the one it is of with --instrument.`,
    };
  }
  if (shareClassesOn(only.state, count.countedOn) === undefined) return { instrument: only };
  return {
    why: 'the count names no class, and the issuer has several on record. Put the covers of the filings into the folder: their XBRL, <accession>_htm.xml.',
  };
}

/** CommonClassA, CapitalClassC and "Class A" are the classes A, C and A; other names are compared without their case. */
function letterOf(shareClass: string): string {
  const bare = shareClass.replace(/[^A-Za-z0-9]/g, '');
  return (/class([A-Za-z0-9]{1,2})$/i.exec(bare)?.[1] ?? bare).toUpperCase();
}
