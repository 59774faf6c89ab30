import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';
import { measuresField, periodField } from '../terms/terms-body';

export const measureBody = z.strictObject({ period: periodField.optional(), measures: measuresField.optional() });
export type MeasureBody = z.infer<typeof measureBody>;

/** Put the figures of an announcement on record, or more of what is known of them. Natural key: metric, basis and period. */
export class Measure extends Command<CommandReceipt | Refusal> {
  constructor(
    /** Of the announcement or of the amendment. */
    readonly id: string,
    readonly body: MeasureBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
