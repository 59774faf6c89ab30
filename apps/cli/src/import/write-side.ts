import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '@streakline/event-store';
import { partsModule } from '@streakline/service';
import { IntakeModule } from '../../../intake/src/intake.module';
import { type OpenProjections, openProjections, type StorageOptions } from '../projections/open-projections';

/** The store, its read models, and everything that can be told: what HTTP's routes decide, without HTTP. */
export interface WriteSide extends OpenProjections {
  execute<Answer>(command: Command<Answer>): Promise<Answer>;
}

export interface WriteSideOptions extends StorageOptions {
  /** Everything is decided as ever, and nothing is stored. */
  readonly dryRun?: boolean;
}

/** Opens the write side beside a running server or alone. */
export async function openWriteSide(options: WriteSideOptions): Promise<WriteSide> {
  const opened = await openProjections(options);
  try {
    const store = options.dryRun === true ? withoutStoring(opened.store) : opened.store;
    const parts = partsModule([{ provide: EVENT_STORE, useValue: store }]);
    const context = await NestFactory.createApplicationContext(
      { module: WriteSideModule, imports: [parts] },
      { logger: false, abortOnError: false },
    );
    const bus = context.get(CommandBus, { strict: false });
    const close = async () => {
      await context.close();
      await opened.close();
    };
    return { ...opened, execute: (command) => bus.execute(command), close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

@Module({ imports: [IntakeModule] })
class WriteSideModule {}

/** The store to read from; what is appended is said to be stored, and is not. */
function withoutStoring(store: EventStore): EventStore {
  const dry = Object.create(store) as EventStore;
  dry.append = () => Promise.resolve({ outcome: 'appended', events: [], recordedAt: Date.now() });
  return dry;
}
