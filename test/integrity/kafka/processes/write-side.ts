import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { AnnouncementsModule } from '@streakline/announcements';
import { EVENT_STORE, type EventStore } from '@streakline/event-store';
import type { InboundOptions } from '@streakline/inbound';
import { InstrumentsModule } from '@streakline/instruments';
import { MarketDataModule } from '@streakline/market-data';
import { partsModule } from '@streakline/service';

@Module({})
class WriteSide {}

export interface CommandsOn {
  readonly execute: InboundOptions['execute'];
  close(): Promise<void>;
}

/** Everything that can be told, on a store. */
export async function commandsOn(store: EventStore): Promise<CommandsOn> {
  const parts = partsModule([{ provide: EVENT_STORE, useValue: store }]);
  const imports = [parts, InstrumentsModule, AnnouncementsModule, MarketDataModule];
  const app = await NestFactory.createApplicationContext({ module: WriteSide, imports }, { logger: false });
  const commands = app.get(CommandBus, { strict: false });
  return { execute: (command) => commands.execute(command), close: () => app.close() };
}
