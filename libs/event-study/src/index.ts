/**
 * Event studies: what a return was beyond what the market explains. Pure numbers in typed arrays, no framework.
 *
 * Returns are fractions, a row a day, both sides in the same order; NaN is "no return that day", and such a row is left
 * out on both sides.
 */
export { estimateMarketModel, MIN_OBSERVATIONS, type MarketModel } from './market-model/market-model';
export { abnormalReturnOn, cumulativeAbnormalReturn, type AbnormalReturn } from './market-model/abnormal-return';
export { complete, type Stepwise, type StudyProgress } from './study/progress';
export { runStudy } from './study/run-study';
export { defaultVariants, type StudyOptions } from './study/study-options';
export {
  type CalendarTimePortfolio,
  type CrossCorrelation,
  type CurvePoint,
  type DayResult,
  type EventResult,
  type StudyResult,
  type TestName,
  testNames,
  type TestResult,
  type TestVariants,
  type WindowResult,
} from './study/study-result';
export { referenceForm, type ReferenceEvent, type ReferenceForm } from './study/reference-form';
export { type ReferenceDay } from './study/reference-day';
export { type ReferenceWindow } from './study/reference-window';
export { meanCorrelation } from './cross-correlation/mean-correlation';
export { oneFirmPermutation, type OneFirmPermutation } from './resampling/one-firm-permutation';
export { bootstrapInterval, type BootstrapOptions } from './resampling/bootstrap-interval';
export { seededRandom, type SeededRandom } from './resampling/random';
export { sortedQuantile } from './resampling/sorted-quantile';
export { StudyError, type StudyErrorCode } from './study-error';
export type {
  ModelName,
  Panel,
  PanelOptions,
  ReturnSeries,
  StudyEvent,
  UnfitCode,
  UnfitEvent,
  WindowDays,
} from './panel/panel';
export { buildPanel } from './panel/build-panel';
export { fillAbnormal } from './panel/lazy-abnormal';
export { buyAndHoldAbnormal } from './panel/buy-and-hold';
export { returnsOf, type ReturnKind } from './returns/returns';
export { overGaps, tradeToTrade, type TradeToTrade } from './returns/trade-to-trade';
export { eventResult } from './panel/event-result';
export { coefficientNames } from './panel/coefficient-names';
export { calendarTimePortfolio } from './calendar-time/calendar-time-portfolio';
export {
  EXCLUDE_ALL,
  type ScreenName,
  screenNames,
  screenPolicies,
  type ScreenPolicies,
  type ScreenPolicy,
  WARN_OF_ALL,
} from './screening/screen';
export { logGamma } from './distributions/gamma';
export { incompleteBeta, logBeta } from './distributions/incomplete-beta';
export { normalDensity, normalTail, twoSidedNormal } from './distributions/normal';
export { studentTail, twoSidedStudent } from './distributions/student';
export { normalQuantile, studentQuantile } from './distributions/quantiles';
export { fTail } from './distributions/f';
export { chiSquareTail } from './distributions/chi-square';
export { binomialInterval, binomialTail } from './distributions/binomial';
export { signedRankP } from './distributions/signed-rank';
export type {
  Finding,
  LeftOutParts,
  ScreenedEvent,
  ScreenedPrices,
  Screening,
  ScreenOptions,
  Suspicion,
} from './screening/suspicion';
export { screenEvents } from './screening/screen-events';
export { leaveOut } from './screening/leave-out';
export { benjaminiHochberg, holm } from './multiple/adjusted';
export { inverseGram, leastSquares, type LeastSquares, leverage, type NoLeastSquares } from './linear/least-squares';
export {
  clusteredRegression,
  type NoRegression,
  type Regression,
  type RegressionCoefficient,
  type RegressionInput,
  type Regressor,
} from './linear/clustered-regression';
export type { Clustering } from './linear/cluster-variance';
export { compareGroups } from './groups/compare-groups';
export type {
  EqualMeans,
  GroupComparison,
  GroupDifference,
  GroupedFigures,
  GroupMean,
  GroupOptions,
  GroupReport,
  GroupVariance,
} from './groups/group-report';
