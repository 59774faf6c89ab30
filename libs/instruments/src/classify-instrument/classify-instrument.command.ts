import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const classifyInstrumentBody = z.strictObject({
  scheme: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9._-]{0,39}$/, 'Write the classification as one word, such as GICS, ICB or SIC.')
    .describe("The classification: GICS, ICB, SIC, or one of the user's own"),
  code: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'Write the code as the classification does, without blanks: 25503030.')
    .describe('Of the sector, at whatever depth of the classification'),
  name: z.string().trim().min(1).max(200).optional().describe('The sector in words'),
  from: dateSchema.optional().describe('In force from this date on; always, if absent'),
});
export type ClassifyInstrumentBody = z.infer<typeof classifyInstrumentBody>;

/** From a date on, a classification puts an instrument in a sector. Natural key: the scheme and the date. */
export class ClassifyInstrument extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: ClassifyInstrumentBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
