import type { Known } from '../known/known';

/** The instruments of the issuer's other listed classes, whose tapes the company's market cap rests on too; mostly none. */
export function otherClassesOf({ shareClasses }: Pick<Known, 'shareClasses'>): readonly string[] {
  if (shareClasses.length === 0) return [];
  return [...new Set(shareClasses.flatMap(({ listed }) => listed.map(({ instrumentId }) => instrumentId)))];
}

/**
 * The same, with those of `tapes` that are its issuer's other listed classes, cut at the same moment: with them
 * `marketCap` is the company's in every view. Without them it is unknown, for their bars are not the instrument's facts.
 */
export function withClasses(known: Known, tapes: ReadonlyMap<string, Known>): Known {
  const others = new Map<string, Known>();
  for (const id of otherClassesOf(known)) {
    const tape = tapes.get(id);
    if (tape !== undefined) others.set(id, tape);
  }
  return others.size === 0 ? known : { ...known, others };
}
