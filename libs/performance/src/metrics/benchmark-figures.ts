import type { Figures, Measured } from './figures';
import { growthOf } from './growth-figures';
import type { MetricName } from './performance';
import { meanOf, spreadOf, varies } from './moments';

const NAMES: readonly MetricName[] = [
  'alpha',
  'beta',
  'correlation',
  'trackingError',
  'informationRatio',
  'benchmarkReturn',
  'excessReturn',
];

/** Alpha and beta, correlation, tracking error, information ratio, over the periods that both have. */
export function benchmarkFigures(figures: Figures, measured: Measured): void {
  const { returns, benchmark, periodsAYear, riskFree } = measured;
  if (!benchmark) return figures.lack(NAMES, 'no benchmark was given');
  const pairs = returns.flatMap((own, at) => {
    const other = benchmark[at] ?? null;
    return other === null ? [] : [{ own, other }];
  });
  if (pairs.length < 2) return figures.lack(NAMES, 'fewer than two periods have a return of the benchmark too');
  const own = pairs.map((pair) => pair.own - riskFree);
  const other = pairs.map((pair) => pair.other - riskFree);
  const active = pairs.map((pair) => pair.own - pair.other);
  const annual = Math.sqrt(periodsAYear);
  regression(figures, own, other, periodsAYear);
  figures.set('trackingError', spreadOf(active) * annual);
  if (varies(active)) figures.set('informationRatio', (meanOf(active) / spreadOf(active)) * annual);
  else figures.lack(['informationRatio'], 'the returns differ from those of the benchmark by nothing, or a constant');
  const grown = growthOf(pairs.map((pair) => pair.other));
  figures.set('benchmarkReturn', grown - 1);
  figures.set('excessReturn', growthOf(pairs.map((pair) => pair.own)) - grown);
}

/** Least squares of the returns on the benchmark's, both beyond the risk-free rate. */
function regression(figures: Figures, own: readonly number[], other: readonly number[], periodsAYear: number): void {
  if (!varies(other)) return figures.lack(['alpha', 'beta', 'correlation'], 'the returns of the benchmark do not vary');
  const [ownMean, otherMean] = [meanOf(own), meanOf(other)];
  let [covariance, variance] = [0, 0];
  own.forEach((one, at) => {
    covariance += (one - ownMean) * (other[at]! - otherMean);
    variance += (other[at]! - otherMean) ** 2;
  });
  const beta = Number.isFinite(variance) ? covariance / variance : NaN;
  figures.set('beta', beta);
  figures.set('alpha', (ownMean - beta * otherMean) * periodsAYear);
  if (!varies(own)) return figures.lack(['correlation'], 'the returns do not vary');
  const n = own.length - 1;
  figures.set('correlation', covariance / n / (spreadOf(own) * spreadOf(other)));
}
