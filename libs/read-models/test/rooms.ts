import { randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { QueryBus, type Query } from '@nestjs/cqrs';
import { DATABASE, type Database } from '@streakline/database';
import { EVENT_STORE, type EventStore, isRefusal, type Refusal } from '@streakline/event-store';
import type { NewEvent } from '@streakline/events';
import { Projector, ReadSide } from '@streakline/projections';
import { dossiersProjection, ReadModelsModule } from '../src';

/** The rooms over an event store, with a projector that keeps them up. */
export interface Rooms {
  /** Records events, and comes back when the rooms show them. */
  tell(...events: readonly NewEvent[]): Promise<number>;
  /** Comes back when the rooms show all events up to a position. */
  reach(position: number): Promise<void>;
  /** Asks a question that must be answered. */
  ask<Answer extends object>(query: Query<Answer | Refusal>): Promise<Answer>;
  /** What a question gets, refusals too. */
  answer(query: Query<object | Refusal>): Promise<object | Refusal>;
  /** The code of the refusal that a question gets. */
  refusal(query: Query<object | Refusal>): Promise<string>;
  /** Where that refusal points at. */
  pointers(query: Query<object | Refusal>): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens the rooms on a database that has the migrations of the store and of projections. */
export async function openRooms(database: Database, store: EventStore): Promise<Rooms> {
  const projection = dossiersProjection;
  const projector = new Projector({ pool: database.pool, store, projection });
  await projector.start();
  const readSide = new ReadSide({ pool: database.pool, store, projection: projection.name, waitMs: 200 });
  const providers = [
    { provide: DATABASE, useValue: database },
    { provide: EVENT_STORE, useValue: store },
    { provide: ReadSide, useValue: readSide },
    { provide: Projector, useValue: projector },
  ];
  @Global()
  @Module({ providers, exports: providers.map(({ provide }) => provide) })
  class CoreModule {}
  @Module({ imports: [CoreModule, ReadModelsModule] })
  class RoomsModule {}

  const app = await NestFactory.createApplicationContext(RoomsModule, { logger: false });
  await app.init();
  const bus = app.get(QueryBus, { strict: false });
  const reach = async (position: number) => {
    if (!(await projector.waitUntil(position, 30_000))) throw new Error(`The rooms do not show ${position}.`);
  };
  return {
    reach,
    tell: async (...events) => {
      const streams = [{ streamId: `told-${randomUUID()}`, expectedVersion: 'none' as const, events }];
      const result = await store.append({ streams });
      if (result.outcome !== 'appended') throw new Error(`Not told: ${result.outcome}`);
      const position = result.events.at(-1)?.position ?? 0;
      await reach(position);
      return position;
    },
    ask: async (query) => {
      const answer = await bus.execute(query);
      if (isRefusal(answer)) throw new Error(answer.detail);
      return answer;
    },
    answer: (query) => bus.execute(query),
    refusal: async (query) => {
      const answer = await bus.execute(query);
      return isRefusal(answer) ? answer.code : 'none';
    },
    pointers: async (query) => {
      const answer = await bus.execute(query);
      return isRefusal(answer) ? answer.errors.map(({ pointer }) => pointer) : [];
    },
    close: async () => {
      await app.close();
      await projector.stop();
    },
  };
}
