/**
 * Dossiers: all facts on record about one instrument, and what follows from them. Pure: no clock, no I/O.
 *
 * `addEvent` folds events into a dossier in any order; `knownBy` cuts it at a moment; `runsOf`, `marketCapsOf`,
 * `reactionsOf`, `timelineOf`, `barsOf`, `insightsOf` and `abnormalFigures` are pure functions of what was known there.
 * The same facts give the same answers, bit for bit, whichever way the events came. Of the Amazon case
 * (test/amazon-2026.spec.ts runs this example):
 *
 *     const dossier = emptyDossier(amazonId);
 *     for (const event of events) addEvent(dossier, event);
 *     const known = knownBy(dossier); // or: knownBy(dossier, { asOf: Date.parse('2026-02-10T00:00:00Z') })
 *     runsOf(known).find(({ start }) => start === '2026-02-03');
 *     // { direction: 'falling', end: '2026-02-13', length: 9, return: -0.1818, marketCapChange: -463.3e9, ... }
 */
export type { Cut } from './facts/cut';
export { type Dossier, emptyDossier, factYears, bytesOf, newestPosition } from './facts/dossier';
export { addEvent } from './facts/add-event';
export { type FirstDate, firstDatesOf, firstDatesOfRecords } from './facts/first-dates';
export { listedAt, type NameGiven, namesEver } from './facts/names-ever';
export { packFacts } from './packing/pack-facts';
export { type PackedYear, unpackFacts } from './packing/unpack-facts';
export type * from './known/known';
export { knownBy } from './known/known-by';
export { publicBy } from './known/acts';
export { barOn, firstBarFrom } from './known/bar-on';
export { benchmarkOn, nameOn, sectorOn } from './known/in-force';
export { surpriseOf } from './known/surprise';
export type { Direction, MarketCapSplit, Run, RunAnnouncement } from './runs/run';
export { type RunSpan, type RunSpans, runSpansOf } from './runs/run-spans';
export { runsOf } from './runs/runs-of';
export { capColumnsOf, classCapColumnsOf } from './market-caps/cap-columns';
export type { CapColumns } from './market-caps/class-columns';
export { otherClassesOf, withClasses } from './market-caps/with-classes';
export type { MarketCap } from './market-caps/market-cap';
export { marketCapsOf } from './market-caps/market-caps-of';
export * from './reactions/reaction';
export { type Happening, happeningsOf } from './reactions/happenings';
export { reactionOf, reactionsOf } from './reactions/reactions-of';
export { type StreakPart, streakPartOf } from './reactions/streak-part';
export { notesOfOthers } from './reactions/notes-of';
export type { TimelineEntry } from './timeline/timeline-entry';
export { timelineOf } from './timeline/timeline-of';
export * from './insights/insight';
export { insightsOf } from './insights/insights-of';
export { ESTIMATION_DAYS, MIN_ESTIMATION_DAYS } from './abnormal/estimation';
export type { Bar, BarPrices } from './bars/bar';
export { barsOf } from './bars/bars-of';
export {
  abnormalFigures,
  type AbnormalFigures,
  type AbnormalNote,
  abnormalOnDay0,
  type AbnormalWindow,
  type ModelFigures,
} from './abnormal/abnormal-figures';
export type { ReactionDay, RunOfDay, SinceBase } from './abnormal/reaction-day';
export { reactionDays } from './abnormal/reaction-days';
export { type BarVisit, eachBar } from './provenance/each-bar';
export { changeOf } from './known/change';
export { priceUnitsPerCurrency, sharesPerUnitOn } from './known/share-classes';
export { type BadPrice, badPriceOf } from './replay/bad-price';
export { barsAtCloses } from './replay/bars-at-closes';
export { epochStarts } from './replay/epoch-starts';
export { prefixOf } from './replay/prefix';
export * from './replay/timed';
