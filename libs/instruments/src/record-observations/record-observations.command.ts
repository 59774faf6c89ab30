import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { instantSchema, observationKindSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

const observationBody = z.strictObject({
  kind: observationKindSchema.describe('impliedMove, extendedHoursPrice, shortInterest, or one of your own'),
  at: instantSchema.describe('The instant that the figure is of'),
  value: z.number(),
  unit: z.string().trim().min(1).max(40).describe('fraction, USD/share, shares'),
  source: z.string().trim().min(1).max(200),
  knownAt: instantSchema
    .optional()
    .describe('When it became public; absent: at its instant. A revision of a figure on record needs it'),
});
export type ObservationBody = z.infer<typeof observationBody>;

export const recordObservationsBody = z.strictObject({
  observations: z.array(observationBody).min(1).max(1_000).describe('In any order'),
});
export type RecordObservationsBody = z.infer<typeof recordObservationsBody>;

/** Record figures that were observed of an instrument. Natural key: the instrument, kind, source and instant. */
export class RecordObservations extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordObservationsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
