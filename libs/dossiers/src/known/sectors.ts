import { type Dossier, factsOf } from '../facts/dossier';
import type { KnownSector } from './known';
import type { Moments } from './moments';
import { winnersBy } from './winners';

/** Sectors by date and scheme, of each the one recorded last. As benchmarks they are chosen, not news: only asRecorded cuts them. */
export function sectorsOf(dossier: Dossier, { asRecorded }: Moments): readonly KnownSector[] {
  const versions = factsOf(dossier, 'sector')
    .filter(({ position }) => position <= asRecorded)
    .map(({ scheme, code, name, from, position }) => ({ scheme, code, name, from, position, knownAt: 0 }));
  return winnersBy(versions, ({ scheme, from }) => `${from ?? ''} ${scheme}`).map(
    ({ knownAt: _, ...sector }) => sector,
  );
}
