/** Instruments' write side: identity, names over time, splits, dividends, share counts, classes and units, benchmarks, sectors, halts, delistings, distributions, what is scheduled, observations. */
export { InstrumentsModule } from './instruments.module';
export { findInstrument, micOfRef, resolveInstrument, type ResolvedInstrument } from './identity/resolve-instrument';
export {
  instrumentFold,
  type InstrumentState,
  type ListedName,
  nameOn,
  shareClassesOn,
  type Split,
} from './identity/instrument-state';
export { instrumentStream, symbolStream } from './identity/streams';
export { holderNow, holderOn, symbolFold, type SymbolState } from './identity/symbol-state';
export { exchangeOfInstrument } from './sessions/exchange-of-instrument';
export { afterDelistingFault } from './sessions/after-delisting';
export { calendarFault, sessionFault } from './sessions/calendar-fault';
export { ListInstrument, type ListInstrumentBody } from './list-instrument/list-instrument.command';
export { decideListing } from './list-instrument/list-instrument.handler';
export { RenameInstrument, type RenameInstrumentBody } from './rename-instrument/rename-instrument.command';
export { RecordSplit, type RecordSplitBody } from './record-split/record-split.command';
export { recordSplitDecider } from './record-split/record-split.decider';
export { RecordDividend, type RecordDividendBody } from './record-dividend/record-dividend.command';
export { recordDividendDecider } from './record-dividend/record-dividend.decider';
export { RecordShareCount, type RecordShareCountBody } from './record-share-count/record-share-count.command';
export {
  RecordShareClasses,
  recordShareClassesBody,
  type RecordShareClassesBody,
} from './record-share-classes/record-share-classes.command';
export { RecordUnit, recordUnitBody, type RecordUnitBody } from './record-unit/record-unit.command';
export { AssignBenchmark } from './assign-benchmark/assign-benchmark.command';
export { ClassifyInstrument, type ClassifyInstrumentBody } from './classify-instrument/classify-instrument.command';
export { RecordHalt, recordHaltBody, type RecordHaltBody } from './record-halt/record-halt.command';
export {
  RecordDelisting,
  recordDelistingBody,
  type RecordDelistingBody,
} from './record-delisting/record-delisting.command';
export {
  RecordDistribution,
  recordDistributionBody,
  type RecordDistributionBody,
} from './record-distribution/record-distribution.command';
export {
  ScheduleAnnouncement,
  scheduleAnnouncementBody,
  type ScheduleAnnouncementBody,
} from './schedule-announcement/schedule-announcement.command';
export {
  RecordObservations,
  recordObservationsBody,
  type RecordObservationsBody,
} from './record-observations/record-observations.command';
export { observationsStream } from './record-observations/observations-stream';
