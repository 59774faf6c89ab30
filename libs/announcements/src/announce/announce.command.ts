import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';
import { momentFields } from '../moment/moment-fields';
import { subjectsBody } from '../subjects/subject-body';
import {
  amountsField,
  headlineField,
  kindField,
  measuresField,
  periodField,
  relationsField,
  sourcesField,
} from '../terms/terms-body';

export const announceBody = z.strictObject({
  kind: kindField,
  headline: headlineField,
  ...momentFields,
  subjects: subjectsBody,
  source: z.string().trim().min(1).max(200).optional().describe('Who says so; with externalId the natural key'),
  externalId: z.string().trim().min(1).max(500).optional().describe("The source's own id of it"),
  amounts: amountsField.optional(),
  sources: sourcesField.optional(),
  relations: relationsField.optional(),
  period: periodField.optional(),
  measures: measuresField.optional(),
});
export type AnnounceBody = z.infer<typeof announceBody>;

/** Record that an announcement was made public. Natural key: source and externalId. */
export class Announce extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly body: AnnounceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
