import { z } from 'zod';
import { announcementKinds } from '../announcement/announcement-record';
import { announcementIdSchema, currencySchema, dateSchema, instrumentIdSchema } from '../primitives';

/** How a source words a figure. `plain` is a bare number; the tolerance of each is one table in libs/claims. */
export const wordings = [
  'plain',
  'exactly',
  'about',
  'nearly',
  'moreThan',
  'atLeast',
  'lessThan',
  'atMost',
  'upTo',
] as const;
export type Wording = (typeof wordings)[number];

/** A figure as stated: a magnitude without sign (the claim's direction has it), in the unit of the field that holds it. */
export const statedFigureSchema = z.strictObject({
  /** Nothing that the press tells of a market comes near the bound; sums of what does stay finite. */
  value: z.number().nonnegative().max(1e18),
  wording: z.enum(wordings),
  /** One unit of the last digit written, in the figure's own unit: 0.01 for "1%", 1e9 for "$450 billion", 0.001 for "1.2%". */
  resolution: z.number().positive().max(1e18),
});
export type StatedFigure = z.infer<typeof statedFigureSchema>;

/** The words that led to something: at most 300 characters, and their place in the article's text as it was read. */
export const quotationSchema = z.strictObject({
  text: z.string().min(1).max(300),
  /** UTF-16 code units from the start of the text; `end` is exclusive. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
export type Quotation = z.infer<typeof quotationSchema>;

/** Whom a claim is about: an instrument on record, or a name that is none (a private company, one not recorded here). */
export const claimSubjectSchema = z.union([
  z.strictObject({ instrumentId: instrumentIdSchema }),
  z.strictObject({ name: z.string().min(1).max(200) }),
]);
export type ClaimSubject = z.infer<typeof claimSubjectSchema>;

/** An announcement as an article names it; looked up among the subject's on record when the claim is judged. */
export const announcementMentionSchema = z.strictObject({
  /** Set where it is known which one is meant; what follows then only explains. */
  announcementId: announcementIdSchema.optional(),
  kind: z.enum(announcementKinds).optional(),
  /** The date that the article gives it, in the exchange's zone. */
  on: dateSchema.optional(),
});
export type AnnouncementMention = z.infer<typeof announcementMentionSchema>;

/** Which sessions a claim speaks of. Dates are calendar dates in the zone of the subject's exchange. */
export const claimSpanSchema = z.discriminatedUnion('is', [
  /** One day: "on Friday". */
  z.strictObject({ is: z.literal('session'), on: dateSchema }),
  /** All sessions from one day to another, both included: "this week", "in February". */
  z.strictObject({ is: z.literal('range'), from: dateSchema, to: dateSchema }),
  /** From the last close at or before `from` to the article's moment: "since Feb. 5", "this year" (from: the 31st of December). */
  z.strictObject({ is: z.literal('since'), from: dateSchema }),
  /** From the base close of an announcement to the article's moment: "since the report". */
  z.strictObject({ is: z.literal('sinceAnnouncement'), announcement: announcementMentionSchema }),
  /**
   * The last ones before the article's moment: "over the past five sessions". Where it says days (`unit`), sessions and
   * calendar days are both admissible readings.
   */
  z.strictObject({
    is: z.literal('lastSessions'),
    sessions: z.int().positive(),
    unit: z.enum(['session', 'day']).optional(),
  }),
  /** The sessions of the streak that another claim of the article tells: "..., shaving $450 billion off". */
  z.strictObject({ is: z.literal('streakOf'), claimId: z.string().min(1) }),
]);
export type ClaimSpan = z.infer<typeof claimSpanSchema>;

/**
 * A statement about the tape that a source made. At least one of `length`, `change`, `level` and `record` is set, or
 * `direction` with a span; its parts are judged one by one.
 */
export const claimSchema = z.strictObject({
  /** Within its article: `c1`, `c2`... in the order of the text; an added one goes on from there. */
  id: z.string().regex(/^c[1-9]\d*$/),
  subject: claimSubjectSchema,
  quotation: quotationSchema.optional(),
  direction: z.enum(['up', 'down', 'unchanged']).optional(),
  /** Of a streak in the claim's direction. `session` and `day` both say sessions; `calendarDay` is said outright. */
  length: z
    .strictObject({ figure: statedFigureSchema, unit: z.enum(['session', 'day', 'calendarDay', 'week', 'month']) })
    .optional(),
  span: claimSpanSchema.optional(),
  /** How the source ties it to an announcement. `causal`: it says because of; the order alone can be judged. */
  relation: z
    .strictObject({
      is: z.enum(['following', 'preceding', 'onDayOf']),
      announcement: announcementMentionSchema,
      causal: z.boolean(),
    })
    .optional(),
  /** What was gained or lost: of the price (a fraction, or currency a share) or of market value (a fraction, or currency). */
  change: z
    .strictObject({
      of: z.enum(['price', 'marketCap']),
      unit: z.enum(['fraction', 'currency']),
      currency: currencySchema.optional(),
      figure: statedFigureSchema,
      /** Where in the day it was measured: at the close, at some moment of the session, or outside of its hours. */
      measured: z.enum(['close', 'intraday', 'extendedHours']),
    })
    .optional(),
  /** A price or a market value reached. */
  level: z
    .strictObject({
      of: z.enum(['close', 'open', 'high', 'low', 'intraday', 'extendedHours', 'marketCap']),
      currency: currencySchema.optional(),
      figure: statedFigureSchema,
      /** `above` and `below`: it was crossed and held at the close. */
      relation: z.enum(['at', 'above', 'below']),
    })
    .optional(),
  /** "The longest since 2006": nothing like it from `since` (a year, a month or a date; null: ever) until then. */
  record: z
    .strictObject({
      /** highestPrice and lowestPrice are of any moment of a session. */
      of: z.enum([
        'longestStreak',
        'largestMove',
        'largestMarketCapChange',
        'highestClose',
        'lowestClose',
        'highestPrice',
        'lowestPrice',
      ]),
      since: z
        .string()
        .regex(/^\d{4}(-\d{2}){0,2}$/)
        .nullable(),
    })
    .optional(),
});
export type Claim = z.infer<typeof claimSchema>;
