import { z } from 'zod';
import type { AmendmentId, AnnouncementId, InstrumentId } from './ids';
import { isAmendmentId, isAnnouncementId, isInstrumentId } from './ids';

/** A calendar date or session, `YYYY-MM-DD`, in the exchange's own zone. */
export const dateSchema = z.iso.date();
/** An RFC 3339 instant in UTC, written with Z. */
export const instantSchema = z.iso.datetime();
/** An ISO 10383 market identifier code. */
export const micSchema = z.string().regex(/^[A-Z0-9]{4}$/);
/** A ticker as its exchange writes it. */
export const symbolSchema = z.string().regex(/^[A-Z0-9][A-Z0-9.\-/^=]{0,19}$/);
/** An ISO 4217 currency code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

export const instrumentIdSchema = z.custom<InstrumentId>((value) => typeof value === 'string' && isInstrumentId(value));
export const announcementIdSchema = z.custom<AnnouncementId>(
  (value) => typeof value === 'string' && isAnnouncementId(value),
);
export const amendmentIdSchema = z.custom<AmendmentId>((value) => typeof value === 'string' && isAmendmentId(value));
