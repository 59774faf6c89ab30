import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { judgedClaimSchema } from '../claim-verdict-answer';

/** A claim with its verdicts, and the article that it is from. */
export const claimAnswerSchema = judgedClaimSchema.extend({
  article: z.object({
    id: z.string(),
    title: z.string(),
    url: z.string().optional(),
    publisher: z.string().optional(),
    publishedAt: z.iso.datetime().optional().describe('Where the instant is known.'),
    publishedOn: z.iso.date().optional().describe('Where only the date is known.'),
  }),
});
export type ClaimAnswer = z.infer<typeof claimAnswerSchema>;

export class ClaimsResponse extends createZodDto(listResponse(claimAnswerSchema)) {}
