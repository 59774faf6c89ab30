import type { Panel } from '../panel/panel';
import type { Stepwise } from '../study/progress';
import type { CrossCorrelation, TestVariants } from '../study/study-result';
import { corradoDeviation } from './corrado-rank';
import { scoreDeviation } from './corrado-zivney';
import { crudeDependenceOf, type CrudeDependence } from './crude-dependence';
import { estimationSummary } from './estimation-summary';
import { studentVariances } from './patell';
import type { Ranks } from './rank-pass';
import type { Reactions } from './reactions';

/** What the tests of a study share, computed once. */
export interface Figures {
  readonly panel: Panel;
  readonly reactions: Reactions;
  readonly variants: TestVariants;
  readonly correlation: CrossCorrelation;
  readonly crude: CrudeDependence;
  /** By event: variance of its standardised abnormal return. */
  readonly variances: Float64Array;
  readonly positiveShare: number | null;
}

/** What the rank tests share beside their sums. */
export interface RankFigures extends Ranks {
  readonly firstEventDay: number;
  /** Standard deviations of the days' scores over estimation and event days. */
  readonly corrado: number;
  readonly zivneyRank: number;
  readonly zivneySign: number;
}

export function* figuresOf(
  panel: Panel,
  reactions: Reactions,
  { variants, correlation }: { variants: TestVariants; correlation: CrossCorrelation },
): Stepwise<Figures> {
  const { averages, positiveShare } = yield* estimationSummary(panel);
  return {
    ...{ panel, reactions, variants, correlation },
    crude: crudeDependenceOf(averages),
    variances: studentVariances(panel),
    positiveShare,
  };
}

export function rankFiguresOf(panel: Panel, ranks: Ranks): RankFigures {
  const { scores } = ranks;
  return {
    ...ranks,
    firstEventDay: panel.estimationDays,
    corrado: corradoDeviation(scores),
    zivneyRank: scoreDeviation('ranks', scores),
    zivneySign: scoreDeviation('signs', scores),
  };
}
