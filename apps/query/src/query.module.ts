import { Module } from '@nestjs/common';
import { ReadModelsModule } from '@streakline/read-models';

/** Everything that can be asked: the read side. Needs DATABASE, EVENT_STORE and ReadSide, provided globally by the process. */
@Module({ imports: [ReadModelsModule] })
export class QueryModule {}
