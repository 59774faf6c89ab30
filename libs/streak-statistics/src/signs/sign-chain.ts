import type { BySign, SignCounts } from './sign-counts';

/** How likely closes are to fall, stand still and rise: in the first session, and after each of the three. */
export interface SignChain {
  readonly first: BySign;
  /** By the move of the session before. */
  readonly next: readonly [BySign, BySign, BySign];
}

/** Sessions independent of each other, with the shares that were observed. Null without a session. */
export function independentChain({ sessions, moves }: SignCounts): SignChain | null {
  if (sessions === 0) return null;
  const shares = sharesOf(moves, sessions);
  return { first: shares, next: [shares, shares, shares] };
}

/**
 * A first-order Markov chain: each session depends on the one before, by the observed shares of what followed what. The
 * first session has the observed shares of all; so has whatever follows a move that was never followed by anything.
 * Null without a session.
 */
export function markovChain(counts: SignCounts): SignChain | null {
  const independent = independentChain(counts);
  if (independent === null) return null;
  const [falling, unchanged, rising] = counts.pairs.map((row) => {
    const followed = row[0] + row[1] + row[2];
    return followed === 0 ? independent.first : sharesOf(row, followed);
  }) as [BySign, BySign, BySign];
  return { first: independent.first, next: [falling, unchanged, rising] };
}

function sharesOf([falling, unchanged, rising]: BySign, total: number): BySign {
  return [falling / total, unchanged / total, rising / total];
}
