import { announcementKinds, dateSchema } from '@streakline/events';
import { z } from 'zod';

/** Parts of the day that a reaction can have; each exchange sees its own. */
export const reactionTimings = ['preMarket', 'intraday', 'afterClose', 'nonTradingDay', 'unknown'] as const;

const MOST_NAMED = 5_000;

export const instrumentRefSchema = z
  .string()
  .min(1)
  .max(60)
  .describe('An instrument: its id, or MIC:SYMBOL, such as XNAS:AMZN.');

const named = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).min(1).max(MOST_NAMED).optional().describe(description);

/** Market cap at the base close, in whole units of the instrument's currency. */
const sizeSchema = z
  .strictObject({ min: z.number().nonnegative().optional(), max: z.number().positive().optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'Name min, max or both.')
  .refine(({ min = 0, max = Infinity }) => min < max, 'min must be below max.');

/**
 * Which announcements a study is about, each with every instrument that reacts to it. What is left out of the selection
 * selects nothing away; all that is named must hold at once.
 */
export const studySelectionSchema = z.strictObject({
  kinds: named(z.enum(announcementKinds), 'Kinds of announcements.'),
  instruments: named(instrumentRefSchema, 'Instruments whose reactions are studied.'),
  announcements: named(
    z.string().regex(/^ann_[0-9a-f]{32}$/, 'Write the id of an announcement: ann_ and 32 hex digits.'),
    'Ids of announcements: with each its amendments, where those are included.',
  ),
  roles: named(z.string().min(1).max(100), 'Roles of the instrument in the announcement: issuer, target, rival...'),
  timings: named(z.enum(reactionTimings), "When in the instrument's own trading day the announcement came."),
  sectors: named(z.string().min(1).max(200), 'Sectors in force on day 0, as SCHEME:CODE.'),
  periods: named(z.string().min(1).max(40), "Periods reported on, as the announcements write them: '2025-Q4'."),
  from: dateSchema.optional().describe('Day 0 is this session or later.'),
  to: dateSchema.optional().describe('Day 0 is before this session.'),
  size: sizeSchema.optional().describe("Market cap at the base close, in whole units of the instrument's currency."),
  includeAmendments: z.boolean().default(false).describe('Amendments too, which react on days of their own.'),
  includeAssumed: z
    .boolean()
    .default(false)
    .describe('Reactions whose day 0 is assumed too, because only the date is known.'),
});

export type StudySelection = z.infer<typeof studySelectionSchema>;
