import { type Dossier, factsOf } from './dossier';

/** A name that a listing or a rename gave an instrument, whatever was said later. */
export interface NameGiven {
  readonly symbol: string;
  readonly mic: string;
  readonly position: number;
}

/** Every name that an instrument was ever given, by position: those it has and those that were corrected. */
export function namesEver(dossier: Dossier): readonly NameGiven[] {
  return [...factsOf(dossier, 'listing'), ...factsOf(dossier, 'rename')]
    .map(({ symbol, mic, position }) => ({ symbol, mic, position }))
    .sort((a, b) => a.position - b.position);
}

/** Position of the first event that listed the instrument; null where none is on record. */
export function listedAt(dossier: Dossier): number | null {
  return factsOf(dossier, 'listing')[0]?.position ?? null;
}
