import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { statedTimings } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';
import { momentFields } from '../moment/moment-fields';
import { subjectsBody } from '../subjects/subject-body';
import {
  amountsField,
  headlineField,
  kindField,
  measuresField,
  periodField,
  reasonField,
  relationsField,
  sourcesField,
} from '../terms/terms-body';

export const correctBody = z.strictObject({
  reason: reasonField,
  kind: kindField.optional(),
  headline: headlineField.optional(),
  announcedAt: momentFields.announcedAt,
  announcedOn: momentFields.announcedOn,
  timing: z.enum(statedTimings).nullable().optional().describe('null: the part of the day is not known after all'),
  subjects: subjectsBody.optional(),
  amounts: amountsField.optional(),
  sources: sourcesField.optional(),
  relations: relationsField.optional(),
  period: periodField.nullable().optional().describe('null: it is about no period'),
  measures: measuresField.optional().describe('All of them as they should have been; none: []'),
});
export type CorrectBody = z.infer<typeof correctBody>;

/** Our record of an announcement or amendment was wrong: replace the fields given. */
export class Correct extends Command<CommandReceipt | Refusal> {
  constructor(
    /** Of the announcement or of the amendment. */
    readonly id: string,
    readonly body: CorrectBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
