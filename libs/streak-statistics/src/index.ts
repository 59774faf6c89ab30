/**
 * Streak statistics: is a run of falling or rising closes more than chance, and do announcements begin, extend or end
 * runs beyond it? Pure: numbers in typed arrays, no framework, no I/O.
 *
 * The probability of nine falling closes in a row somewhere in a year of coin tosses
 * (test/example.spec.ts runs this example):
 *
 *     const coin: SignChain = { first: [0.5, 0, 0.5], next: [[0.5, 0, 0.5], [0.5, 0, 0.5], [0.5, 0, 0.5]] };
 *     probabilityOfRun(coin, { direction: 'falling', length: 9, sessions: 252 }); // 0.2145
 */
export { StreakStatisticsError } from './streak-statistics-error';
export { type BySign, countSigns, type SignCounts, type Signs } from './signs/sign-counts';
export { independentChain, markovChain, type SignChain } from './signs/sign-chain';
export { probabilityOfRun, type RunWanted } from './run-probability/run-probability';
export { probabilityInAny, type ProbabilityInAny } from './run-probability/in-any';
export { runsTest, type RunsTest } from './runs-test/runs-test';
export {
  kaplanMeier,
  type LengthTally,
  restrictedMean,
  type SurvivalCurve,
  type SurvivalStep,
  tallyLengths,
} from './survival/kaplan-meier';
export { chancesSentenceOf, type RunChances, type RunToTell, sentenceOf } from './sentences/newsroom-sentence';
export type { StreakTape } from './tape/streak-tape';
export { type RunLengths, runLengthsOf } from './tape/run-columns';
export {
  baseDirections,
  type BaseDirection,
  type Comparison,
  comparisons,
  type Outcome,
  outcomeNames,
} from './study/comparisons';
export { streakStudyDefaults, type StreakStudyOptions } from './study/streak-study-options';
export type { ComparisonResult, StreakStudyResult } from './study/streak-study-result';
export type { LengthAtBaseRow, LengthsRow, RelationCounts, RelationRow } from './study/tables';
export type { Interval } from './study/month-bootstrap';
export { runStreakStudy } from './study/run-streak-study';
