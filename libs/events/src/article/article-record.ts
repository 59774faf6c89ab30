import { z } from 'zod';
import { momentSchema, termsSchema } from '../announcement/announcement-record';
import { announcementIdSchema, articleIdSchema, instrumentIdSchema } from '../primitives';
import type { InstrumentId } from '../ids';
import { claimSchema, quotationSchema } from './claim';

/** Somebody whom the article names. `by`: what led to it, the surest first. */
export const mentionSchema = z.strictObject({
  /** As the article writes it. */
  name: z.string().min(1).max(200),
  /** Null: none on record has this name or ticker. */
  instrumentId: instrumentIdSchema.nullable(),
  by: z.enum(['quoteLink', 'ticker', 'name', 'asked']),
  ticker: z.string().min(1).max(30).optional(),
  quotation: quotationSchema.optional(),
});
export type Mention = z.infer<typeof mentionSchema>;

/** An announcement that the article tells: a proposal until somebody accepts it, or it is found to be on record. */
export const proposalSchema = z.strictObject({
  /** Within its article: `p1`, `p2`... */
  id: z.string().regex(/^p[1-9]\d*$/),
  terms: termsSchema,
  /** Of the headline and each of the amounts, in the order of the text. */
  quotations: z.array(quotationSchema),
  state: z.enum(['proposed', 'accepted', 'dismissed']),
  /** On record when the article was read, of the same kind, issuer and day, give or take one: it may be one of these. */
  onRecord: z.array(announcementIdSchema).optional(),
  /** Once accepted. */
  announcementId: announcementIdSchema.optional(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** A claim, and whether a person has touched it: as `read` from the text, `corrected`, `added` by hand, or `withdrawn` as misread. */
export const articleClaimSchema = z.strictObject({
  claim: claimSchema,
  state: z.enum(['read', 'corrected', 'added', 'withdrawn']),
});
export type ArticleClaim = z.infer<typeof articleClaimSchema>;

/** A whole article as it stands after an event: what was read from it and what people made of that. Never its text. */
export const articleRecordSchema = z.strictObject({
  id: articleIdSchema,
  title: z.string().min(1).max(500),
  url: z.url().optional(),
  publisher: z.string().min(1).max(200).optional(),
  category: z.string().min(1).max(200).optional(),
  /** When it was published; a date alone is never turned into midnight. */
  published: momentSchema,
  /** SHA-256, hexadecimal, of the text that was read. */
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Version of the rules that read it. */
  reader: z.int().positive(),
  mentions: z.array(mentionSchema),
  proposals: z.array(proposalSchema),
  claims: z.array(articleClaimSchema),
});
export type ArticleRecord = z.infer<typeof articleRecordSchema>;

/** The instruments that its claims and mentions are about. */
export function instrumentsOfArticle({ mentions, claims }: ArticleRecord): readonly InstrumentId[] {
  const mentioned = mentions.flatMap(({ instrumentId }) => instrumentId ?? []);
  const claimed = claims.flatMap(({ claim: { subject } }) => ('instrumentId' in subject ? [subject.instrumentId] : []));
  return [...new Set([...mentioned, ...claimed])];
}
