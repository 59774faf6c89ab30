import type { Cut } from '@streakline/dossiers';
import type { ReadView } from '@streakline/projections';

/** A cut with both bounds; `asOf` Infinity is "whatever is public". */
export type WholeCut = Required<Cut>;

/**
 * The read models, with the past moment that was asked for. Where there is a `cut`, the rows of the view hold more than
 * may answer: a reader then answers from facts at rest, through `Tapes` and `identitiesAt` (which cut them), or from rows that
 * say by columns of their own that nothing in them is later. Without a cut it is a plain ReadView.
 */
export interface CutView extends ReadView {
  readonly cut?: WholeCut | undefined;
}
