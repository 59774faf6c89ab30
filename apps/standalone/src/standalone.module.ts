import { Module, type DynamicModule } from '@nestjs/common';
import { databaseCheck, healthModule, logModule, type Log } from '@streakline/observability';
import { IntakeModule } from '../../intake/src/intake.module';
import { QueryModule } from '../../query/src/query.module';
import type { Core } from './core';
import { coreModule } from './core.module';

@Module({})
class StandaloneModule {}

/** Intake and query in one application, on parts that are open already. */
export function standaloneModule(core: Core, log: Log): DynamicModule {
  const checks = [databaseCheck(core.database.pool), core.projectorCheck];
  return {
    module: StandaloneModule,
    imports: [logModule(log), coreModule(core), healthModule(checks), IntakeModule, QueryModule],
  };
}
