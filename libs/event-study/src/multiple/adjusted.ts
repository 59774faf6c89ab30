/**
 * Holm, Scandinavian Journal of Statistics 1979: p-values adjusted so that the chance of one false rejection or more, over
 * all of them, stays below the level, whatever they have to do with each other. In the order given; R's p.adjust
 * "holm". Throws RangeError where one is no p-value.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = ascending(pValues);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let most = 0;
  order.forEach((at, rank) => {
    most = Math.max(most, Math.min(1, (pValues.length - rank) * pValues[at]!));
    adjusted[at] = most;
  });
  return adjusted;
}

/**
 * Benjamini and Hochberg, Journal of the Royal Statistical Society B 1995: p-values adjusted so that the expected share
 * of false ones among the rejected stays below the level, for independent or positively dependent tests. In the order
 * given; R's p.adjust "BH". Throws RangeError where one is no p-value.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const order = ascending(pValues);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const at = order[rank]!;
    least = Math.min(least, (pValues.length / (rank + 1)) * pValues[at]!);
    adjusted[at] = least;
  }
  return adjusted;
}

/** Places of the p-values, the smallest first. */
function ascending(pValues: readonly number[]): readonly number[] {
  pValues.forEach((p, at) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`P-value ${at} is ${p}: it must lie from 0 to 1.`);
  });
  return [...pValues.keys()].sort((a, b) => pValues[a]! - pValues[b]!);
}
