import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';
import { momentFields } from '../moment/moment-fields';
import { subjectsBody } from '../subjects/subject-body';
import { amountsField, headlineField, measuresField, periodField, sourcesField } from '../terms/terms-body';

export const amendBody = z.strictObject({
  ...momentFields,
  amounts: amountsField.optional(),
  subjects: subjectsBody.optional(),
  headline: headlineField.optional(),
  sources: sourcesField.optional(),
  period: periodField.optional(),
  measures: measuresField.optional(),
});
export type AmendBody = z.infer<typeof amendBody>;

/** Record a later act that changed an announcement's terms. Natural key: the announcement and the moment. */
export class Amend extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly announcementId: string,
    readonly body: AmendBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
