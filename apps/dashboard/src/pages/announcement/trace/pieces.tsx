import { Change } from '../../../ui/change';
import type { Piece } from './figured';

/** A sentence with its figures coloured. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, i) =>
    typeof piece === 'string' ? piece : <Change key={i} value={piece.value} text={piece.figure} />,
  );
}
