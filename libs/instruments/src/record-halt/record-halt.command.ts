import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { instantSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordHaltBody = z.strictObject({
  from: instantSchema.describe('When trading stopped'),
  to: instantSchema
    .optional()
    .describe('When it resumed; absent: it has not yet. Said later, it ends the halt of that from'),
  reason: z.string().trim().min(1).max(200).optional().describe("In the exchange's words or code: T1, LUDP"),
});
export type RecordHaltBody = z.infer<typeof recordHaltBody>;

/** Record a halt of trading, or that it ended. Natural key: the instrument and `from`. */
export class RecordHalt extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordHaltBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
