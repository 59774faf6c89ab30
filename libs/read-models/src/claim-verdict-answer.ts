import { claimParts, readingCodes, verdicts } from '@streakline/claims';
import { claimSchema, wordings } from '@streakline/events';
import { z } from 'zod';

/* What claims' verdicts look like to readers: of GET /v1/claims and of every article. */

const verdict = z.enum([...verdicts, 'partly']).describe('`partly` only where its parts differ.');
const unit = z
  .string()
  .describe('`fraction` (0.01 is 1%), a currency, or `session`, `day`, `week`, `month` for counts.');
const reading = z
  .array(z.enum(readingCodes))
  .readonly()
  .describe('What the claim was taken to mean, where its words admit several things.');
const found = z
  .union([z.object({ value: z.number(), unit }), z.object({ low: z.number(), high: z.number(), unit })])
  .nullable()
  .describe("As the tape has it, in the claim's direction: a fall of 2% is 0.02 for one that says it fell.");

const part = z.object({
  part: z.enum(claimParts),
  verdict: z.enum(verdicts),
  reading: reading.optional().describe('Only where admissible readings of the part disagree.'),
  why: z.string().describe('One sentence with the figures.'),
  stated: z.object({ value: z.number(), unit, wording: z.enum(wordings) }).nullable(),
  found,
  tolerance: z
    .object({ from: z.number().nullable(), to: z.number().nullable(), closed: z.boolean(), rule: z.string() })
    .nullable()
    .describe('Which figures the stated one admits; null: without limit.'),
  missing: z.string().optional().describe('Of an uncheckable part: what would have to be on record.'),
  elsewhere: z
    .object({
      as: z.enum(['low', 'high', 'open', 'week', 'sessionBefore', 'sessionAfter', 'otherInstrument']),
      session: z.iso.date(),
      value: z.number(),
      instrument: z
        .string()
        .optional()
        .describe('MIC:SYMBOL, where it was the move of another one that the article speaks of.'),
    })
    .optional()
    .describe('Where a move that its own day does not bear out is found after all.'),
});

const evidence = z.object({
  sessions: z.object({ from: z.iso.date(), to: z.iso.date(), count: z.int() }).nullable(),
  closes: z
    .array(
      z.object({
        session: z.iso.date(),
        close: z.number().describe('As traded.'),
        low: z.number().nullable(),
        high: z.number().nullable(),
        position: z.int(),
      }),
    )
    .readonly(),
  shareCounts: z
    .array(
      z.object({
        countedOn: z.iso.date(),
        shares: z.number(),
        source: z.string().nullable(),
        position: z.int(),
      }),
    )
    .readonly(),
  announcements: z
    .array(
      z.object({
        announcementId: z.string(),
        of: z.string(),
        headline: z.string(),
        baseSession: z.iso.date().nullable(),
        day0: z.iso.date().nullable(),
        assumed: z.boolean(),
      }),
    )
    .readonly(),
  positions: z.array(z.int()).readonly().describe('Of the events that delivered these bars and share counts.'),
  rules: z.array(z.string()).readonly(),
});

const claimVerdict = z.object({
  verdict,
  why: z.string().describe('The verdict in one sentence, for people.'),
  parts: z.array(part).readonly(),
  readings: z
    .array(z.object({ part: z.enum(claimParts), reading, verdict: z.enum(verdicts), found }))
    .readonly()
    .describe('Every admissible reading, and where it leads.'),
  evidence,
});

/** A claim with both of its verdicts. */
export const judgedClaimSchema = z.object({
  claim: claimSchema,
  state: z.enum(['read', 'corrected', 'added', 'withdrawn']).describe('Whether a person has touched it.'),
  instrument: z
    .string()
    .nullable()
    .describe("MIC:SYMBOL in force at the article's date; null: no instrument on record."),
  atPublication: claimVerdict
    .nullable()
    .describe("Against the tape as known at the article's moment; null where the claim was withdrawn."),
  now: claimVerdict.nullable().describe('Against the tape as known now (or at the moment asked for).'),
});
export type JudgedClaim = z.infer<typeof judgedClaimSchema>;
export type ClaimVerdictAnswer = z.infer<typeof claimVerdict>;
