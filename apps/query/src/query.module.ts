import { Module } from '@nestjs/common';
import { ReadModelsModule } from '@streakline/read-models';
import { StudiesModule } from '@streakline/studies';

/** Everything that can be asked: the read side. Needs DATABASE, EVENT_STORE, ReadSide and StudyJobs, provided globally by the process. */
@Module({ imports: [ReadModelsModule, StudiesModule] })
export class QueryModule {}
