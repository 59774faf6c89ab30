import { z } from 'zod';
import type { AmendmentId, AnnouncementId, ArticleId, InstrumentId } from './ids';

/** A calendar date or session, `YYYY-MM-DD`, in the exchange's own zone. */
export const dateSchema = z.iso.date('Write a date that exists, as YYYY-MM-DD.');
/** An RFC 3339 instant in UTC, written with Z. */
export const instantSchema = z.iso.datetime(
  'Write an instant in UTC as RFC 3339 has it, with Z: 2026-02-27T13:49:00Z.',
);
/** An ISO 10383 market identifier code. */
export const micSchema = z
  .string()
  .regex(/^[A-Z0-9]{4}$/, 'Write the four capitals of the exchange (ISO 10383): XNAS.');
/** A ticker as its exchange writes it. */
export const symbolSchema = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9.\-/^=]{0,19}$/, 'Write the ticker as its exchange does, in capitals: AMZN, BRK.B.');
/** An ISO 4217 currency code. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Write the three capitals of the currency (ISO 4217): USD.');

/** 32 hex digits behind a prefix, as a template: JSON Schema can say it, where it cannot say a custom check. */
const idSchema = <Prefix extends string>(prefix: Prefix) =>
  z.templateLiteral([prefix, z.string().regex(/[0-9a-f]{32}/)]);
export const instrumentIdSchema: z.ZodType<InstrumentId, InstrumentId> = idSchema('ins_');
export const announcementIdSchema: z.ZodType<AnnouncementId, AnnouncementId> = idSchema('ann_');
export const amendmentIdSchema: z.ZodType<AmendmentId, AmendmentId> = idSchema('amd_');
export const articleIdSchema: z.ZodType<ArticleId, ArticleId> = idSchema('art_');
