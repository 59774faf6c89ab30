import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';
import { reasonField } from '../terms/terms-body';

export const retractBody = z.strictObject({ reason: reasonField });
export type RetractBody = z.infer<typeof retractBody>;

/** The record of an announcement should not stand at all: a hoax, a duplicate, another company's. */
export class Retract extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly announcementId: string,
    readonly body: RetractBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
