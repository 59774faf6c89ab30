import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { announcementKinds, dateSchema, instantSchema, periodSchema, statedTimings } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const scheduleAnnouncementBody = z.strictObject({
  kind: z.enum(announcementKinds),
  period: periodSchema.optional().describe('The period that it is to report on'),
  scheduledAt: instantSchema
    .optional()
    .describe('The instant, where it is known. Give this, scheduledOn, or calledOff'),
  scheduledOn: dateSchema.optional().describe('The date, in the zone of the exchange'),
  timing: z.enum(statedTimings).optional().describe('With scheduledOn: the part of the day, where it is known'),
  calledOff: z.literal(true).optional().describe('It is not to come any more'),
  source: z.string().trim().min(1).max(200).optional().describe('Who says so: the issuer, a calendar'),
  knownAt: instantSchema.optional().describe('When it was said; absent: now'),
});
export type ScheduleAnnouncementBody = z.infer<typeof scheduleAnnouncementBody>;

/** Record when an announcement is to come, or that it was called off. Natural key: the instrument, kind, period and what is said. */
export class ScheduleAnnouncement extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: ScheduleAnnouncementBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
