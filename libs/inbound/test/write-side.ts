import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AnnouncementsModule } from '@streakline/announcements';
import { openDatabase } from '@streakline/database';
import { EVENT_STORE, eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { InstrumentsModule } from '@streakline/instruments';
import { MarketDataModule } from '@streakline/market-data';
import { createTestDatabase } from '@streakline/testing';
import { configureWebApp } from '@streakline/web-api';
import request from 'supertest';
import type { InboundOptions } from '../src/options';
import { startDatabaseProxy, type DatabaseProxy } from './database-proxy';

/** The write side on a database of its own: by HTTP, by its bus, and by a way to the database that can be cut. */
export interface WriteSide {
  readonly store: PostgresEventStore;
  readonly proxy: DatabaseProxy;
  readonly execute: InboundOptions['execute'];
  /** Answers with the body of HTTP's answer; a text is sent as it is. */
  post(path: string, body: object | string): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

export async function startWriteSide(): Promise<WriteSide> {
  const made = await createTestDatabase();
  const proxy = await startDatabaseProxy(made.url);
  const database = await openDatabase({ url: proxy.url, migrations: [...eventStoreMigrations] });
  await database.migrate();
  const store = new PostgresEventStore(database.pool);

  @Global()
  @Module({ providers: [{ provide: EVENT_STORE, useValue: store }], exports: [EVENT_STORE] })
  class StoreModule {}

  @Module({ imports: [StoreModule, InstrumentsModule, AnnouncementsModule, MarketDataModule] })
  class WriteModule {}

  const app = await NestFactory.create<NestExpressApplication>(WriteModule, { bodyParser: false, logger: false });
  configureWebApp(app);
  await app.listen(0, '127.0.0.1');
  const bus = app.get(CommandBus, { strict: false });
  return {
    store,
    proxy,
    execute: (command) => bus.execute(command),
    post: async (path, body) => {
      const answer = await request(app.getHttpServer()).post(path).type('application/json').send(body);
      return answer.body as Readonly<Record<string, unknown>>;
    },
    close: async () => {
      await app.close();
      await store.close();
      await database.close();
      await proxy.cut();
      await made.drop();
    },
  };
}
