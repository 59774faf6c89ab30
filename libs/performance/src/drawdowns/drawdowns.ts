/** A spell below an earlier peak of value. */
export interface Drawdown {
  /** Date of the peak; null: the start, before the first return. */
  readonly peak: string | null;
  readonly trough: string;
  /** First date at or above the peak again; null: not yet. */
  readonly recovered: string | null;
  /** From the peak to the trough, a fraction, negative. */
  readonly depth: number;
  /** Periods from the peak to the trough, and to the recovery (or to the end). */
  readonly toTrough: number;
  readonly length: number;
}

/** Value over its greatest so far, the start's 1 among them, less one: 0 at a peak, negative below it. */
export function underwater(returns: readonly number[]): readonly number[] {
  let [value, peak] = [1, 1];
  return returns.map((one) => {
    value *= 1 + one;
    peak = Math.max(peak, value);
    return value / peak - 1;
  });
}

/** Every spell below a peak, in order of time. */
export function drawdownsOf(dates: readonly string[], returns: readonly number[]): readonly Drawdown[] {
  const below = underwater(returns);
  const found: Drawdown[] = [];
  let at = 0;
  while (at < below.length) {
    if (below[at] === 0) {
      at++;
      continue;
    }
    const end = below.indexOf(0, at);
    found.push(spell(dates, below, at, end === -1 ? null : end));
    at = end === -1 ? below.length : end;
  }
  return found;
}

/** From the first period below the peak to the recovery (null: none). */
function spell(dates: readonly string[], below: readonly number[], first: number, recovery: number | null): Drawdown {
  let trough = first;
  const end = recovery ?? below.length;
  for (let at = first; at < end; at++) if (below[at]! < below[trough]!) trough = at;
  const peak = first - 1;
  return {
    peak: peak < 0 ? null : dates[peak]!,
    trough: dates[trough]!,
    recovered: recovery === null ? null : dates[recovery]!,
    depth: below[trough]!,
    toTrough: trough - peak,
    length: (recovery ?? below.length - 1) - peak,
  };
}
