/** A piece of a sentence: words, or a figure that its sign colours. */
export type Piece = string | { readonly figure: string; readonly value: number };

/** The sentence without colours. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.figure)).join('');
}
