import { Module } from '@nestjs/common';
import { BacktestsModule } from '@streakline/backtests';
import { DeadLettersModule } from '@streakline/dead-letters';
import { EventStreamsModule } from '@streakline/event-streams';
import { ReadModelsModule } from '@streakline/read-models';
import { StudiesModule } from '@streakline/studies';

/** Everything that can be asked: the read side. Needs DATABASE, EVENT_STORE, ReadSide, StudyJobs, BacktestDesk and DeadLetterDesk, provided globally by the process. */
@Module({ imports: [EventStreamsModule, ReadModelsModule, StudiesModule, BacktestsModule, DeadLettersModule] })
export class QueryModule {}
