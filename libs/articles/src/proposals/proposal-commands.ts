import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { announceBody } from '@streakline/announcements';
import { announcementIdSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const acceptProposalBody = z.strictObject({
  announcementId: announcementIdSchema
    .optional()
    .describe('It is this one, on record already. Absent: it is announced now, with the proposed terms'),
  anew: z.boolean().optional().describe('Announce it although one like it is on record'),
  terms: announceBody
    .omit({ source: true, externalId: true })
    .partial()
    .optional()
    .describe('What to announce instead of what was read, field by field'),
});
export type AcceptProposalBody = z.infer<typeof acceptProposalBody>;

export const dismissProposalBody = z.strictObject({ reason: z.string().trim().min(1).max(1_000).optional() });
export type DismissProposalBody = z.infer<typeof dismissProposalBody>;

/** The article tells that announcement indeed. Answers with the announcement's id. */
export class AcceptProposal extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly articleId: string,
    readonly proposalId: string,
    readonly body: AcceptProposalBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The article tells no such announcement, or none worth recording. */
export class DismissProposal extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly articleId: string,
    readonly proposalId: string,
    readonly body: DismissProposalBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
