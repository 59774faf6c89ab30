import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema, shareClassSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordShareClassesBody = z.strictObject({
  shareClass: shareClassSchema.describe("What the issuer calls the instrument's own class: A, B, ordinary"),
  listed: z
    .array(
      z.strictObject({
        ref: z.string().min(1).describe('Id or MIC:SYMBOL of the instrument that this class trades as'),
        shareClass: shareClassSchema,
      }),
    )
    .max(20)
    .optional()
    .describe('The other classes that trade, in the same currency'),
  unlisted: z
    .array(
      z.strictObject({
        shareClass: shareClassSchema,
        pricedAs: shareClassSchema.describe('The listed class at whose price it counts'),
        worth: z.number().positive().optional().describe('Shares of that class that one share is worth; 1, if absent'),
      }),
    )
    .max(20)
    .optional()
    .describe('The classes that do not trade'),
  from: dateSchema.optional().describe('In force from this date on; always, if absent'),
  corrects: z.literal(true).optional().describe('What stands for this date was wrong, and this takes its place'),
});
export type RecordShareClassesBody = z.infer<typeof recordShareClassesBody>;

/** Say which classes of shares an issuer has. Told once, of any of them, it holds for all that are listed. Natural key: the date. */
export class RecordShareClasses extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordShareClassesBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
