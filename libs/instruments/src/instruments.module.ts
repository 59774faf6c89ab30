import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AssignBenchmarkHandler } from './assign-benchmark/assign-benchmark.handler';
import { AssignBenchmarkRoute } from './assign-benchmark/assign-benchmark.route';
import { ClassifyInstrumentHandler } from './classify-instrument/classify-instrument.handler';
import { ClassifyInstrumentRoute } from './classify-instrument/classify-instrument.route';
import { ListInstrumentHandler } from './list-instrument/list-instrument.handler';
import { ListInstrumentRoute } from './list-instrument/list-instrument.route';
import { RecordDividendHandler } from './record-dividend/record-dividend.handler';
import { RecordDividendRoute } from './record-dividend/record-dividend.route';
import { RecordShareClassesHandler } from './record-share-classes/record-share-classes.handler';
import { RecordShareClassesRoute } from './record-share-classes/record-share-classes.route';
import { RecordShareCountHandler } from './record-share-count/record-share-count.handler';
import { RecordShareCountRoute } from './record-share-count/record-share-count.route';
import { RecordSplitHandler } from './record-split/record-split.handler';
import { RecordSplitRoute } from './record-split/record-split.route';
import { RecordUnitHandler } from './record-unit/record-unit.handler';
import { RecordUnitRoute } from './record-unit/record-unit.route';
import { RenameInstrumentHandler } from './rename-instrument/rename-instrument.handler';
import { RenameInstrumentRoute } from './rename-instrument/rename-instrument.route';
import { RecordHaltHandler } from './record-halt/record-halt.handler';
import { RecordHaltRoute } from './record-halt/record-halt.route';
import { RecordDelistingHandler } from './record-delisting/record-delisting.handler';
import { RecordDelistingRoute } from './record-delisting/record-delisting.route';
import { RecordDistributionHandler } from './record-distribution/record-distribution.handler';
import { RecordDistributionRoute } from './record-distribution/record-distribution.route';
import { ScheduleAnnouncementHandler } from './schedule-announcement/schedule-announcement.handler';
import { ScheduleAnnouncementRoute } from './schedule-announcement/schedule-announcement.route';
import { RecordObservationsHandler } from './record-observations/record-observations.handler';
import { RecordObservationsRoute } from './record-observations/record-observations.route';

/** The write side of instruments. Needs EVENT_STORE, provided globally. */
@Module({
  imports: [CqrsModule],
  controllers: [
    ListInstrumentRoute,
    RenameInstrumentRoute,
    RecordSplitRoute,
    RecordDividendRoute,
    RecordShareCountRoute,
    RecordShareClassesRoute,
    RecordUnitRoute,
    AssignBenchmarkRoute,
    ClassifyInstrumentRoute,
    RecordHaltRoute,
    RecordDelistingRoute,
    RecordDistributionRoute,
    ScheduleAnnouncementRoute,
    RecordObservationsRoute,
  ],
  providers: [
    ListInstrumentHandler,
    RenameInstrumentHandler,
    RecordSplitHandler,
    RecordDividendHandler,
    RecordShareCountHandler,
    RecordShareClassesHandler,
    RecordUnitHandler,
    AssignBenchmarkHandler,
    ClassifyInstrumentHandler,
    RecordHaltHandler,
    RecordDelistingHandler,
    RecordDistributionHandler,
    ScheduleAnnouncementHandler,
    RecordObservationsHandler,
  ],
})
export class InstrumentsModule {}
