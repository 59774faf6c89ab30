import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema, instantSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

/** Whether figures are positive and fit together is the decider's to judge, which can say what is on record beside. */
const barBody = z.strictObject({
  session: dateSchema,
  open: z.number().optional(),
  high: z.number().optional(),
  low: z.number().optional(),
  close: z.number(),
  volume: z.number().optional().describe('Shares, on the same basis as the prices'),
});
export type BarBody = z.infer<typeof barBody>;

export const recordBarsBody = z.strictObject({
  source: z.string().trim().min(1).max(200).describe('Who delivers the bars'),
  basis: z.enum(['raw', 'splitAdjusted']).describe('Prices as traded, or adjusted for the splits up to basisAsOf'),
  basisAsOf: dateSchema.optional().describe("A session; the delivery's last, if absent. Only with splitAdjusted"),
  revises: z.boolean().optional().describe('The delivery replaces what it contradicts'),
  knownAt: instantSchema
    .optional()
    .describe("When it was published. If absent: each bar at its session's close, a revision when it is recorded"),
  bars: z.array(barBody).min(1).describe('In any order, each session once'),
});
export type RecordBarsBody = z.infer<typeof recordBarsBody>;

/** Record a delivery of daily bars, or revise some. Natural key: the instrument and the session. */
export class RecordBars extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordBarsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
