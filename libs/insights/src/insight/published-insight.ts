import type { CrossingInsight, Insight, InsightKind, ReactionInsight, RunInsight } from '@streakline/dossiers';
import { announcementKinds } from '@streakline/events';
import { z } from 'zod';

const amount = z
  .number()
  .nullable()
  .describe(
    'In units of the currency; null where a share count is missing or stale, or other classes of the issuer trade.',
  );
const fraction = z.number().nullable();
const session = z.iso.date();
const direction = z.enum(['falling', 'rising']);
const split = { marketCapChange: amount, priceEffect: amount, shareCountEffect: amount };

const envelope = {
  id: z.uuid().describe('The same for the same kind, instrument, session, detail and revision, whoever finds it.'),
  instrumentId: z.string(),
  session: session.describe('At whose close it was found.'),
  revision: z.int().min(1),
  corrects: z
    .uuid()
    .nullable()
    .describe('The insight that this one replaces; null for the first of its kind and session.'),
  withdrawn: z.boolean().describe('It is no longer true: the figures are those it was last told with.'),
  knownAt: z.iso.datetime().describe('When the last fact behind it became public.'),
  position: z.int().describe('Everything about the instrument up to this position was known to it.'),
  instrument: z.string().describe('MIC:SYMBOL in force on the session.'),
  currency: z.string(),
};

const run = z.object({
  direction,
  start: session,
  end: session.describe('Its last session at that close.'),
  length: z.int(),
  baseSession: session.describe('The session before it; every figure runs from its close to the close of `end`.'),
  baseClose: z.number().describe('As traded.'),
  endClose: z.number().describe('As traded.'),
  return: z.number().describe('A fraction, split-adjusted.'),
  ...split,
  gaps: z.array(session).readonly().describe('Sessions that lack their bar.'),
});

const reactionRun = z.object({
  direction,
  start: session,
  end: session,
  length: z.int(),
  lengthAtBase: z.int(),
  lengthFromDay0: z.int(),
  inForce: z.boolean(),
  return: z.number(),
  returnFromDay0: z.number(),
  ...split,
  marketCapChangeFromDay0: amount,
});

const reaction = z.object({
  of: z.string().describe('The id of the announcement or of the amendment.'),
  announcementId: z.string(),
  announcementKind: z.enum(announcementKinds),
  headline: z.string(),
  timing: z.enum(['preMarket', 'intraday', 'afterClose', 'nonTradingDay', 'unknown']),
  assumed: z.boolean(),
  baseSession: session.nullable(),
  day0: session.nullable(),
  return: fraction,
  totalReturn: fraction,
  marketCapChange: amount,
  gapReturn: fraction,
  openToClose: fraction,
  volumeRatio: fraction,
  windows: z
    .array(z.object({ from: z.int(), to: z.int(), return: fraction, totalReturn: fraction, marketCapChange: amount }))
    .readonly(),
  relation: z.enum(['extended', 'ended', 'began', 'none']).nullable(),
  streak: reactionRun.nullable(),
  begun: reactionRun.nullable(),
  notes: z.array(z.looseObject({ code: z.string() })).readonly(),
});

const crossing = z.object({
  mark: z.number().describe('m x 10^n in units of the currency, m from 1 to 9, n from 9.'),
  direction: z.enum(['up', 'down']),
  baseSession: session.describe('The session whose close `marketCapBefore` is of.'),
  marketCapBefore: z.number(),
  marketCap: z.number(),
  ...split,
});

function runInsight<Kind extends RunInsight['kind']>(kind: Kind) {
  return z.object({ kind: z.literal(kind), ...envelope, run });
}

/** What is published of each kind: the value of a record, and an item of GET /v1/insights. */
export const insightSchemas = {
  runBegan: runInsight('runBegan').describe('A run began with this close: its length is 1.'),
  runExtended: runInsight('runExtended').describe('The close kept the direction of the run in force.'),
  runEnded: runInsight('runEnded').describe('The close was opposite to the run in force, or unchanged.'),
  marketCapCrossed: z
    .object({ kind: z.literal('marketCapCrossed'), ...envelope, crossing })
    .describe('From one close to the next the market cap came to a mark, or fell below it.'),
  reactionComplete: z
    .object({ kind: z.literal('reactionComplete'), ...envelope, reaction })
    .describe(
      'All windows of a reaction have all their bars. Without abnormal figures: those are computed on reading.',
    ),
} satisfies Readonly<Record<InsightKind, z.ZodType>>;

/** Any insight, by its `kind`. */
export const insightSchema = z.discriminatedUnion('kind', [
  insightSchemas.runBegan,
  insightSchemas.runExtended,
  insightSchemas.runEnded,
  insightSchemas.marketCapCrossed,
  insightSchemas.reactionComplete,
]);
export type PublishedInsight = z.infer<typeof insightSchema>;

/** The media of an insight beside what was found: what names it, what it replaces, what it rests on. */
export type InsightEnvelope = Pick<
  PublishedInsight,
  'id' | 'instrumentId' | 'session' | 'revision' | 'corrects' | 'withdrawn' | 'knownAt' | 'position'
>;

/** What of an insight is kept as it was found. */
export type FoundInsight =
  Pick<RunInsight, 'kind' | 'data'> | Pick<ReactionInsight, 'kind' | 'data'> | Pick<CrossingInsight, 'kind' | 'data'>;

/** Puts what was found into its envelope. */
export function publishedOf(envelope: InsightEnvelope, found: FoundInsight): PublishedInsight {
  switch (found.kind) {
    case 'reactionComplete': {
      const { reaction, ...named } = found.data;
      const notes = reaction.notes.map((note) => ({ ...note }));
      return { kind: found.kind, ...envelope, ...named, reaction: { ...reaction, notes } };
    }
    case 'marketCapCrossed':
      return { kind: found.kind, ...envelope, ...found.data };
    default:
      return { kind: found.kind, ...envelope, ...found.data };
  }
}

/** What tells one insight from all others, apart from its revision. */
export type InsightKey = Pick<Insight, 'kind' | 'session' | 'detail'> & { readonly subject: string };
