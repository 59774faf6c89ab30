import { Module } from '@nestjs/common';
import { BacktestsModule } from '@streakline/backtests';
import { EventStreamsModule } from '@streakline/event-streams';
import { ReadModelsModule } from '@streakline/read-models';
import { StudiesModule } from '@streakline/studies';

/** Everything that can be asked: the read side. Needs DATABASE, EVENT_STORE, ReadSide, StudyJobs and BacktestDesk, provided globally by the process. */
@Module({ imports: [EventStreamsModule, ReadModelsModule, StudiesModule, BacktestsModule] })
export class QueryModule {}
