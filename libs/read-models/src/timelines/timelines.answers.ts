import { announcementKinds, delistingReasons, distributionKinds, momentSchema } from '@streakline/events';
import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const entry = {
  at: z.iso.datetime().describe('When it became public.'),
  session: z.iso.date().nullable().describe('The session it belongs to; null where the calendar does not reach.'),
  ref: z.string().describe('Names the entry among those of its kind.'),
};
const act = {
  ...entry,
  announcementId: z.string(),
  announcementKind: z.string(),
  headline: z.string(),
  timing: z.enum(['preMarket', 'intraday', 'afterClose', 'nonTradingDay', 'unknown']),
  assumed: z.boolean(),
};

/** What happened to an instrument; fields differ by `kind`. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('announcement'), ...act }),
  z.object({ kind: z.literal('amendment'), ...act }),
  z.object({ kind: z.literal('renamed'), ...entry, symbol: z.string(), mic: z.string(), from: z.iso.date() }),
  z.object({ kind: z.literal('split'), ...entry, exDate: z.iso.date(), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('dividend'), ...entry, exDate: z.iso.date(), amount: z.number() }),
  z.object({
    kind: z.literal('shareCount'),
    ...entry,
    countedOn: z.iso.date(),
    shares: z.number(),
    shareClass: z.string().nullable().describe("Null: the instrument's own."),
  }),
  z.object({
    kind: z.literal('distribution'),
    ...entry,
    exDate: z.iso.date(),
    distribution: z.enum(distributionKinds),
    value: z.number(),
    received: z.object({ instrumentId: z.string(), perShare: z.number() }).nullable(),
  }),
  z.object({
    kind: z.literal('halted'),
    ...entry,
    to: z.iso.datetime().nullable().describe('When trading resumed; null: not yet, as far as is known.'),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('resumed'),
    ...entry,
    from: z.iso.datetime().describe('When trading had stopped.'),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('delisted'),
    ...entry,
    lastSession: z.iso.date(),
    reason: z.enum(delistingReasons),
    cashPerShare: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('scheduled'),
    ...entry,
    announcementKind: z.enum(announcementKinds),
    period: z.string().nullable(),
    moment: momentSchema.nullable().describe('When it is to come; null: it was called off.'),
    source: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('streak'),
    ...entry,
    direction: z.enum(['falling', 'rising']),
    end: z.iso.date(),
    length: z.int(),
    inForce: z.boolean(),
    return: z.number(),
    marketCapChange: z.number().nullable(),
  }),
]);
export type TimelineAnswer = z.infer<typeof timelineEntrySchema>;

export class TimelineResponse extends createZodDto(listResponse(timelineEntrySchema)) {}
