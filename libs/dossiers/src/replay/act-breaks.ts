import { type Dossier, factsOf } from '../facts/dossier';
import { publicBy } from '../known/acts';
import type { Moments } from '../known/moments';
import type { SessionTable } from '../known/session-table';

/**
 * The instants at which an element of an announcement becomes known after a later element of it: what the later one left
 * out (its headline, its subjects) then comes from another one than before.
 */
export function actBreaks(dossier: Dossier, { asRecorded }: Moments, table: SessionTable): readonly number[] {
  const versions = factsOf(dossier, 'announcement').filter(({ position }) => position <= asRecorded);
  const standing = new Map(versions.map((version) => [version.record.id, version.record]));
  return [...standing.values()].flatMap(({ original, amendments }) => {
    if (amendments.length === 0) return [];
    const instants = [original, ...amendments].map(({ moment }) => publicBy(moment, table));
    return instants.filter((at, i) => instants.slice(i + 1).some((later) => later < at));
  });
}
