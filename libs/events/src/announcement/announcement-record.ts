import { z } from 'zod';
import type { InstrumentId } from '../ids';
import {
  amendmentIdSchema,
  announcementIdSchema,
  currencySchema,
  dateSchema,
  instantSchema,
  instrumentIdSchema,
} from '../primitives';
import { measureSchema, periodSchema } from './measure';

export const announcementKinds = [
  'earnings',
  'guidance',
  'deal',
  'funding',
  'leadership',
  'product',
  'regulatory',
  'other',
] as const;
export const statedTimings = ['preMarket', 'intraday', 'afterClose'] as const;
export const amountCertainties = ['committed', 'conditional', 'forecast', 'spending'] as const;

/**
 * When an announcement became public, and how sure that is: an instant (`exact`), a date with a part of the day
 * (`timed`), or a date alone (`assumed`). A bare date is never turned into midnight.
 */
export const momentSchema = z.union([
  z.strictObject({ at: instantSchema }),
  z.strictObject({ on: dateSchema, timing: z.enum(statedTimings).optional() }),
]);
export type Moment = z.infer<typeof momentSchema>;
export type MomentCertainty = 'exact' | 'timed' | 'assumed';

export function certaintyOf(moment: Moment): MomentCertainty {
  if ('at' in moment) return 'exact';
  return moment.timing === undefined ? 'assumed' : 'timed';
}

/** A listed subject reacts; an unlisted one only has a name. */
export const subjectSchema = z.union([
  z.strictObject({ instrumentId: instrumentIdSchema, role: z.string().min(1) }),
  z.strictObject({ name: z.string().min(1), role: z.string().min(1) }),
]);
export type Subject = z.infer<typeof subjectSchema>;

/** A sum of money named by the announcement, in whole units of the currency. */
export const amountSchema = z.strictObject({
  label: z.string().min(1),
  value: z.number(),
  currency: currencySchema,
  certainty: z.enum(amountCertainties),
  condition: z.string().min(1).optional(),
  deadline: dateSchema.optional(),
});
export type Amount = z.infer<typeof amountSchema>;

export const sourceTimeCertainties = ['stated', 'inferred', 'likely', 'dateOnly'] as const;

/** Where the time of a source comes from, how sure it is, and what contradicts it. */
export const sourceTimeSchema = z.strictObject({
  /** In words: a filing's header, a page's own date. */
  from: z.string().min(1).max(300),
  /**
   * `stated` with its zone; `inferred`, the only reading that the rules of its place allow; `likely`, read as others of
   * its origin are; `dateOnly`: of its instant nothing is sure.
   */
  certainty: z.enum(sourceTimeCertainties),
  conflicts: z
    .array(z.strictObject({ from: z.string().min(1).max(300), says: z.string().min(1).max(500) }))
    .max(20)
    .optional(),
});
export type SourceTime = z.infer<typeof sourceTimeSchema>;

export const sourceSchema = z.strictObject({
  url: z.url(),
  publisher: z.string().min(1).optional(),
  publishedAt: instantSchema.optional(),
  /** Of publishedAt, or why there is none. */
  time: sourceTimeSchema.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** How this announcement stands to another (`kind`: "expands", "amends", "responds to"...); `to` is its id, or a URL where it is not recorded here. */
export const relationSchema = z.strictObject({ kind: z.string().min(1), to: z.string().min(1) });
export type Relation = z.infer<typeof relationSchema>;

/** The figures that an announcement or an amendment gives, and the period that they are of. */
const figures = { period: periodSchema.optional(), measures: z.array(measureSchema).optional() };

/** Everything that an announcement says; a correction may change any of it. */
export const termsSchema = z.strictObject({
  kind: z.enum(announcementKinds),
  headline: z.string().min(1),
  moment: momentSchema,
  subjects: z.array(subjectSchema).min(1),
  amounts: z.array(amountSchema),
  sources: z.array(sourceSchema),
  relations: z.array(relationSchema),
  ...figures,
});
export type Terms = z.infer<typeof termsSchema>;

/** A later act that changed the terms: what it leaves out stays as it was; its measures are its own. */
export const amendmentSchema = z.strictObject({
  id: amendmentIdSchema,
  moment: momentSchema,
  headline: z.string().min(1).optional(),
  subjects: z.array(subjectSchema).min(1).optional(),
  amounts: z.array(amountSchema).optional(),
  sources: z.array(sourceSchema).optional(),
  ...figures,
});
export type Amendment = z.infer<typeof amendmentSchema>;

/** A whole announcement as it stands after an event: the original (as corrected), its amendments in the order they were recorded, its retraction. */
export const announcementRecordSchema = z.strictObject({
  id: announcementIdSchema,
  source: z.string().min(1).optional(),
  externalId: z.string().min(1).optional(),
  original: termsSchema,
  amendments: z.array(amendmentSchema),
  retraction: z.strictObject({ reason: z.string().min(1) }).optional(),
});
export type AnnouncementRecord = z.infer<typeof announcementRecordSchema>;

/** The instruments among the subjects of the original and of every amendment. */
export function instrumentsConcerned(record: AnnouncementRecord): readonly InstrumentId[] {
  const subjects = [record.original, ...record.amendments].flatMap((element) => element.subjects ?? []);
  return [...new Set(subjects.flatMap((subject) => ('instrumentId' in subject ? [subject.instrumentId] : [])))];
}
