import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema, micSchema, symbolSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const renameInstrumentBody = z.strictObject({
  symbol: symbolSchema.describe('The new symbol'),
  mic: micSchema.optional().describe('The new exchange; the present one, if absent'),
  from: dateSchema.describe('The first session under the new name'),
});
export type RenameInstrumentBody = z.infer<typeof renameInstrumentBody>;

/** From a session on, an instrument trades under another symbol or on another exchange. Its id stays. */
export class RenameInstrument extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RenameInstrumentBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
