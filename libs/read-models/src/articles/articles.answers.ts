import { announcementKinds, mentionSchema, proposalSchema, statedTimings, termsSchema } from '@streakline/events';
import { listResponse, singleResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { judgedClaimSchema } from '../claim-verdict-answer';

const moment = {
  publishedAt: z.iso.datetime().optional().describe('Where the instant is known.'),
  publishedOn: z.iso.date().optional().describe('Where only the date is known.'),
};

const headFields = {
  id: z.string(),
  title: z.string(),
  url: z.string().optional(),
  publisher: z.string().optional(),
  category: z.string().optional(),
  ...moment,
};

const mention = mentionSchema.extend({
  instrument: z.string().nullable().describe("MIC:SYMBOL in force at the article's date; null: nobody on record."),
});

const subject = z.union([
  z.object({ instrument: z.string(), instrumentId: z.string(), role: z.string() }),
  z.object({ name: z.string(), role: z.string() }),
]);

/** An announcement that an article tells. */
const proposal = proposalSchema.omit({ terms: true }).extend({
  kind: z.enum(announcementKinds),
  headline: z.string().describe('In words of ours.'),
  announcedAt: z.iso.datetime().optional(),
  announcedOn: z.iso.date().optional(),
  timing: z.enum(statedTimings).optional(),
  subjects: z.array(subject).readonly(),
  amounts: termsSchema.shape.amounts,
  sources: termsSchema.shape.sources,
});

/** An article in a list. */
export const articleHeadSchema = z.object({
  ...headFields,
  instruments: z
    .array(z.string())
    .readonly()
    .describe('Whom it mentions of those on record, MIC:SYMBOL; the main one first.'),
  claims: z.int().describe('How many stand.'),
  proposals: z.int().describe('How many wait to be accepted or dismissed.'),
});
export type ArticleHead = z.infer<typeof articleHeadSchema>;

/** An article with all that was read from it, and what the tape says to that. */
export const articleSchema = z.object({
  ...headFields,
  textHash: z.string().describe('SHA-256 of the text that was read, which is not kept.'),
  reader: z.int().describe('Version of the rules that read it.'),
  mentions: z.array(mention).readonly(),
  proposals: z.array(proposal).readonly(),
  claims: z.array(judgedClaimSchema).readonly(),
});
export type ArticleAnswer = z.infer<typeof articleSchema>;
export type ProposalAnswer = z.infer<typeof proposal>;

export class ArticlesResponse extends createZodDto(listResponse(articleHeadSchema)) {}
export class ArticleResponse extends createZodDto(singleResponse(articleSchema)) {}
