import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { claimSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

const reasonField = z.string().trim().min(1).max(1_000).optional().describe('Why; it is kept with the change');

/** A claim as people write it: whom it is about by a reference; all else as events carry it. */
export const claimBody = claimSchema.omit({ id: true, subject: true }).extend({
  subject: z.union([
    z.strictObject({ instrument: z.string().trim().min(1).max(40).describe('Instrument id or MIC:SYMBOL') }),
    z.strictObject({ name: z.string().trim().min(1).max(200) }),
  ]),
  reason: reasonField,
});
export type ClaimBody = z.infer<typeof claimBody>;

export const withdrawClaimBody = z.strictObject({ reason: reasonField });
export type WithdrawClaimBody = z.infer<typeof withdrawClaimBody>;

/** A claim that the reading missed. The same claim twice is one. */
export class AddClaim extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly articleId: string,
    readonly body: ClaimBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** What a claim says after all, in full: what is left out here is not in it. A withdrawn one stands again. */
export class CorrectClaim extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly articleId: string,
    readonly claimId: string,
    readonly body: ClaimBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The article makes no such claim: it was misread. */
export class WithdrawClaim extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly articleId: string,
    readonly claimId: string,
    readonly body: WithdrawClaimBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
