import { z } from 'zod';
import type { StudyRecord } from '../jobs/study-record';
import { studyStates } from '../jobs/study-record';

const progressSchema = z.object({
  phase: z.string().describe('What is being done.'),
  done: z.number(),
  total: z.number(),
});

const failureSchema = z.object({
  code: z.string().describe('Stable: programs switch on it.'),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).readonly(),
});

/** A study as lists show it. */
export const studySummarySchema = z.object({
  id: z.string(),
  state: z.enum(studyStates),
  request: z.looseObject({}).describe('As asked, with ids for refs and all defaults.'),
  position: z.int().min(0).describe('In the event store: what was recorded after it does not enter.'),
  projectionVersion: z.int().nullable().describe('Of the read models that it was computed from; null before.'),
  progress: progressSchema.nullable().describe('null unless it is running.'),
  failure: failureSchema.nullable().describe('null unless it failed.'),
  askedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type StudySummary = z.infer<typeof studySummarySchema>;

/** A list of studies, newest first. */
export const studyListSchema = z.object({
  data: z.array(studySummarySchema),
  nextCursor: z.string().nullable().describe('Pass it as `cursor` for the next page; null at the end.'),
});

/** A study with its result. */
export function studyAnswerSchema<Result extends z.ZodType>(result: Result) {
  return studySummarySchema.extend({
    result: result.nullable().describe('null unless it is done; then for ever the same.'),
  });
}

/** A page of a finished study's rows. */
export function studyRowsSchema<Row extends z.ZodType>(row: Row) {
  return z.object({
    data: z.array(row),
    nextCursor: z.string().nullable(),
    position: z.int().min(0).describe('That the study rests on.'),
    projectionVersion: z.int().nullable(),
  });
}

export function summaryOf({ seq: _, kind: __, ...summary }: StudyRecord): StudySummary {
  return { ...summary, request: { ...summary.request } };
}
