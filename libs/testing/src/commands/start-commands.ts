import { randomUUID } from 'node:crypto';
import { Global, Module, type Type } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import {
  type CommandContext,
  type CommandReceipt,
  EVENT_STORE,
  isRefusal,
  type Refusal,
} from '@streakline/event-store';
import { createTestStore, type TestStore } from '../postgres/test-store';

type Answer = CommandReceipt | Refusal;

/** The write side of some modules, on an event store of its own. */
export interface Commands {
  readonly made: TestStore;
  /** Runs a command through the bus. */
  execute(command: Command<Answer>): Promise<Answer>;
  /** Runs a command that must be accepted. */
  accept(command: Command<Answer>): Promise<CommandReceipt>;
  /** A command's context: a request of its own, at a moment (by default in 2026, after the Amazon case). */
  context(others?: Partial<CommandContext>): CommandContext;
  dispose(): Promise<void>;
}

/**
 * Starts modules whose providers need EVENT_STORE and nothing else.
 *
 * @example
 * const commands = await startCommands(InstrumentsModule);
 * await commands.accept(new ListInstrument(body, commands.context()));
 */
export async function startCommands(...modules: readonly Type[]): Promise<Commands> {
  const made = await createTestStore();

  @Global()
  @Module({ providers: [{ provide: EVENT_STORE, useValue: made.store }], exports: [EVENT_STORE] })
  class StoreModule {}

  const app = await Test.createTestingModule({ imports: [StoreModule, ...modules] }).compile();
  await app.init();
  const bus = app.get(CommandBus, { strict: false });
  const execute = (command: Command<Answer>) => bus.execute(command);
  return {
    made,
    execute,
    accept: async (command) => {
      const answer = await execute(command);
      if (isRefusal(answer)) throw new Error(`Refused: ${answer.detail}`);
      return answer;
    },
    context: (others = {}) => ({ now: Date.parse('2026-03-09T12:00:00Z'), correlationId: randomUUID(), ...others }),
    dispose: async () => {
      await app.close();
      await made.dispose();
    },
  };
}
