import { type Known, knownBy } from '@streakline/dossiers';
import type { CutView } from './cut-view';
import { dossierOf, readUndatedFacts } from './facts-table';

/** Who an instrument was at a cut: its names, its exchange, its benchmarks. */
export type Identity = Pick<Known, 'instrumentId' | 'listing' | 'names' | 'exchange' | 'table' | 'benchmarks'>;

/**
 * Who some instruments were at the view's cut, from their undated facts alone: a tape of twenty years stays where it is.
 * One whose listing was not on record then is left out.
 */
export async function identitiesAt(
  view: CutView,
  instrumentIds: readonly string[],
): Promise<ReadonlyMap<string, Identity>> {
  const identities = new Map<string, Identity>();
  if (instrumentIds.length === 0) return identities;
  const facts = await readUndatedFacts(view.client, view.schema, [...new Set(instrumentIds)]);
  for (const [id, years] of facts) {
    const known = knownBy(dossierOf(id, years), view.cut);
    if (known !== null) identities.set(id, known);
  }
  return identities;
}
