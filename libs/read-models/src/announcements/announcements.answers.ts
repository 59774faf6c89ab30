import { amountCertainties, announcementKinds, sourceTimeCertainties } from '@streakline/events';
import { listResponse, singleResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { momentFields } from '../moment-fields';

const subject = z.union([
  z.object({
    instrument: z.string().describe('MIC:SYMBOL in force on the date of the announcement.'),
    instrumentId: z.string(),
    role: z.string(),
  }),
  z.object({ name: z.string(), role: z.string() }),
]);
const amount = z.object({
  label: z.string(),
  value: z.number(),
  currency: z.string(),
  certainty: z.enum(amountCertainties),
  condition: z.string().optional(),
  deadline: z.iso.date().optional(),
});
const source = z.object({
  url: z.string(),
  publisher: z.string().optional(),
  publishedAt: z.iso.datetime().optional(),
  time: z
    .object({
      from: z.string().describe("Where publishedAt comes from, such as a filing's header."),
      certainty: z.enum(sourceTimeCertainties).describe('dateOnly: there is no publishedAt.'),
      conflicts: z.array(z.object({ from: z.string(), says: z.string() })).optional(),
    })
    .optional()
    .describe('How sure publishedAt is, and what contradicts it.'),
});
const measure = z.object({
  metric: z.string().describe('One word: eps, revenue, operatingIncome.'),
  basis: z.string().optional().describe('How it is counted: gaap, ifrs, adjusted.'),
  period: z.string().optional().describe('Where it is of another one than the announcement.'),
  unit: z.string().describe('Of all values here: USD, USD/share, %.'),
  actual: z.number().optional().describe('What was reported; or, where it is a forecast, range.'),
  range: z.object({ low: z.number(), high: z.number() }).optional(),
  expected: z
    .object({ value: z.number(), source: z.string().optional(), on: z.iso.date().optional() })
    .optional()
    .describe('What was expected before, who says so, and of which date it is.'),
  prior: z.number().optional().describe("Of a report the year before's, of guidance the one that it replaces."),
  surprise: z
    .number()
    .nullable()
    .describe('(actual - expected) / |expected|, of a range its middle; null where nothing was expected, or 0.'),
});
const period = z.string().describe("The issuer's period that it is about: 2025-Q4.");

const amendment = z.object({
  id: z.string(),
  ...momentFields,
  headline: z.string().optional(),
  subjects: z.array(subject).readonly().optional(),
  amounts: z.array(amount).readonly().optional(),
  sources: z.array(source).readonly().optional(),
  period: period.optional(),
  measures: z.array(measure).readonly().describe('Its own; it repeats none.'),
});

/** An announcement as it now stands: the original (as corrected), its amendments, its retraction. */
export const announcementSchema = z.object({
  id: z.string(),
  source: z.string().optional(),
  externalId: z.string().optional(),
  kind: z.enum(announcementKinds),
  headline: z.string(),
  ...momentFields,
  subjects: z.array(subject).readonly(),
  amounts: z.array(amount).readonly(),
  sources: z.array(source).readonly(),
  relations: z.array(z.object({ kind: z.string(), to: z.string() })).readonly(),
  period: period.nullable(),
  measures: z.array(measure).readonly(),
  amendments: z
    .array(amendment)
    .readonly()
    .describe('In the order they were recorded; what one leaves out stayed as it was.'),
  retraction: z.object({ reason: z.string() }).nullable(),
});
export type AnnouncementAnswer = z.infer<typeof announcementSchema>;
export type AmendmentAnswer = z.infer<typeof amendment>;
export type MeasureAnswer = z.infer<typeof measure>;
export type SubjectAnswer = z.infer<typeof subject>;

/** An event of an announcement, as it was recorded. */
export const announcementEventSchema = z.object({
  position: z.int(),
  id: z.string(),
  type: z.string(),
  typeVersion: z.int(),
  knownAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  correlationId: z.string(),
  causationId: z.string().nullable(),
  data: z.looseObject({}).describe('As in the event schemas: the whole announcement as it stood after the event.'),
});
export type AnnouncementEventAnswer = z.infer<typeof announcementEventSchema>;

export class AnnouncementsResponse extends createZodDto(listResponse(announcementSchema)) {}
export class AnnouncementResponse extends createZodDto(singleResponse(announcementSchema)) {}
export class AnnouncementEventsResponse extends createZodDto(listResponse(announcementEventSchema)) {}
