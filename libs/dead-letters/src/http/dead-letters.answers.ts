import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const summarySchema = z.object({
  id: z.string().describe('`announcements-0-12`, `prices-0-3`, `events-0-0`, or `parked-` and the key.'),
  kind: z
    .enum(['record', 'parked'])
    .describe('`record`: one that was refused, on a dead-letter topic; `parked`: events that could not be folded.'),
  topic: z.string().nullable().describe('Where the record was refused; null for parked events.'),
  projection: z.string().nullable().describe('Which projection could not fold them; null for a record.'),
  key: z.string().nullable().describe("The record's key; of parked events the instrument or announcement."),
  refusedAt: z.iso.datetime(),
  code: z.string().describe('Of the problem; `notFolded` for parked events.'),
  detail: z.string(),
  attempts: z.int().nullable().describe('How often the record was refused; null for parked events.'),
  events: z.int().nullable().describe('Parked events that wait; null for a record.'),
  position: z.int().nullable().describe('Of the event that could not be folded; null for a record.'),
  canRetry: z.boolean().describe('Whether it can be retried as it is.'),
  canClose: z.boolean().describe('Whether it can be taken off the list; parked events cannot.'),
});
export type DeadLetterSummary = z.infer<typeof summarySchema>;

const unseenSchema = z.object({
  what: z.enum(['records', 'parked']),
  why: z.string().describe('Why they are not in this answer.'),
});
export type Unseen = z.infer<typeof unseenSchema>;

const listSchema = z.object({
  data: z.array(summarySchema),
  nextCursor: z.string().nullable().describe('Pass it as `cursor` for the next page; null at the end.'),
  unseen: z.array(unseenSchema).describe('What was not looked at, and why; empty where all was.'),
});
export type DeadLetterList = z.infer<typeof listSchema>;

const place = z.object({ topic: z.string(), partition: z.int(), offset: z.int() });

const detailSchema = summarySchema.extend({
  whyNotRetried: z.string().nullable().describe('Why it cannot be retried as it is; null where it can.'),
  origin: place.nullable().describe('Where the record was refused; null for parked events, and where it is unknown.'),
  problem: z.looseObject({}).nullable().describe('The problem document of the refusal; null for parked events.'),
  headers: z.record(z.string(), z.string()).nullable().describe('Of the record; null for parked events.'),
  leftOut: z
    .record(z.string(), z.number())
    .nullable()
    .describe(
      'Parts of the record that did not fit on the dead-letter topic, with their bytes; null for parked events.',
    ),
  version: z.int().nullable().describe('Of the projection that could not fold them; null for a record.'),
  value: z
    .string()
    .nullable()
    .describe("The record's value, or the event's data as JSON; null where there is none, or it is no text."),
  valueBase64: z.string().nullable().describe('The value where it is no text; else null.'),
  event: z
    .object({ id: z.string(), type: z.string(), position: z.int(), knownAt: z.iso.datetime() })
    .nullable()
    .describe('The event that could not be folded; null for a record.'),
});
export type DeadLetterDetail = z.infer<typeof detailSchema>;

const doneSchema = z.object({
  id: z.string(),
  outcome: z
    .enum(['sent', 'folded', 'closed'])
    .describe('`sent` to where it was refused, `folded` into the read models, or `closed`.'),
  detail: z.string(),
});
export type DeadLetterDone = z.infer<typeof doneSchema>;

export class DeadLettersResponse extends createZodDto(listSchema) {}
export class DeadLetterResponse extends createZodDto(detailSchema) {}
export class DeadLetterOutcome extends createZodDto(doneSchema) {}
