import { fTail } from '../distributions/f';
import type { Moments } from '../tests/moments';
import { squaresOf } from './difference-of-means';
import type { EqualMeans, GroupVariance } from './group-report';

/** That all groups have one mean: by Welch (1951), whose groups need not vary alike, or the classical F. */
export function equalMeans(
  groups: readonly { readonly name: string; readonly moments: Moments }[],
  variance: GroupVariance,
): EqualMeans {
  const usable = groups.filter(({ moments }) => moments.count > 1).map(({ moments }) => moments);
  const leftOut = groups.filter(({ moments }) => moments.count < 2).map(({ name }) => name);
  if (usable.length < 2) return open(leftOut, 'It takes two groups of two events or more.');
  if (variance === 'welch' && usable.some(({ sd }) => sd === 0)) {
    return open(leftOut, 'A group has figures that do not vary, so there is nothing to weigh it by.');
  }
  const { f, df1, df2 } = variance === 'welch' ? welchF(usable) : classicalF(usable);
  if (!Number.isFinite(f)) return open(leftOut, 'The figures do not vary within the groups.');
  return { f, df1, df2, pValue: fTail(f, df1, df2), leftOut, reason: null };
}

interface Ratio {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
}

function welchF(groups: readonly Moments[]): Ratio {
  const k = groups.length;
  const weights = groups.map(({ count, sd }) => count / sd ** 2);
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const mean = groups.reduce((sum, group, at) => sum + weights[at]! * group.mean, 0) / whole;
  const between = groups.reduce((sum, group, at) => sum + weights[at]! * (group.mean - mean) ** 2, 0) / (k - 1);
  const unsure = groups.reduce((sum, { count }, at) => sum + (1 - weights[at]! / whole) ** 2 / (count - 1), 0);
  const f = between / (1 + ((2 * (k - 2)) / (k * k - 1)) * unsure);
  return { f, df1: k - 1, df2: (k * k - 1) / (3 * unsure) };
}

function classicalF(groups: readonly Moments[]): Ratio {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const mean = groups.reduce((sum, group) => sum + group.count * group.mean, 0) / count;
  const [df1, df2] = [groups.length - 1, count - groups.length];
  const between = groups.reduce((sum, group) => sum + group.count * (group.mean - mean) ** 2, 0);
  const within = groups.reduce((sum, group) => sum + squaresOf(group), 0);
  return { f: between / df1 / (within / df2), df1, df2 };
}

function open(leftOut: readonly string[], reason: string): EqualMeans {
  return { f: null, df1: null, df2: null, pValue: null, leftOut, reason };
}
