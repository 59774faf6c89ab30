import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DATABASE } from '@streakline/database';
import { EVENT_STORE } from '@streakline/event-store';
import { Projector, ReadSide } from '@streakline/projections';
import type { Core } from './core';

@Global()
@Module({})
class CoreModule {}

/** What every lib finds by its token. Made outside of Nest, which would close them in the wrong order. */
export function coreModule({ database, store, readSide, projector }: Core): DynamicModule {
  const providers = [
    { provide: DATABASE, useValue: database },
    { provide: EVENT_STORE, useValue: store },
    { provide: ReadSide, useValue: readSide },
    { provide: Projector, useValue: projector },
  ];
  return { module: CoreModule, providers, exports: providers.map(({ provide }) => provide) };
}
