import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema, instantSchema, shareClassSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordShareCountBody = z.strictObject({
  countedOn: dateSchema.describe('The measurement date, as the filing states it'),
  shares: z
    .number()
    .positive()
    .describe('Ordinary shares outstanding on that date, as counted (not adjusted for later splits)'),
  filedOn: dateSchema
    .optional()
    .describe('Where only the date of the filing is known: the count holds from the next session on'),
  filedAt: instantSchema.optional().describe('When the filing became public. Give this or filedOn'),
  source: z.string().trim().min(1).max(500).optional(),
  shareClass: shareClassSchema
    .optional()
    .describe(
      "The class counted; the instrument's own, if absent. A listed class is counted on its own instrument, an unlisted one on the instrument at whose price it counts",
    ),
});
export type RecordShareCountBody = z.infer<typeof recordShareCountBody>;

/** Record the shares outstanding that a filing states. Natural key: the instrument, the class, countedOn and the filing. */
export class RecordShareCount extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordShareCountBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
