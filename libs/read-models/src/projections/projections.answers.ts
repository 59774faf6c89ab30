import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const lag = z.object({
  events: z.int().describe('Events not yet in the rows.'),
  seconds: z.number().describe('How long ago the first of them was recorded.'),
});
const partition = z.object({ partition: z.int(), position: z.int(), lag });
const rebuild = z.object({ version: z.int(), events: z.number(), rate: z.number(), etaSeconds: z.number().nullable() });

/** How a projection stands. */
export const projectionSchema = z.object({
  name: z.string(),
  version: z.int().nullable().describe('The version that answers; null before the first is built.'),
  definition: z.int().nullable(),
  state: z.enum(['absent', 'rebuilding', 'retrying', 'superseded', 'catchingUp', 'live']),
  partitions: z.array(partition).readonly(),
  position: z.int().describe('The lowest of the partitions.'),
  head: z.int().describe('Position of the newest event.'),
  lag: lag.describe('Of the partition that is furthest behind.'),
  parked: z.int().describe('Events that could not be folded, and those of the same keys after them.'),
  readModels: z.array(z.string()).readonly(),
  rebuild: rebuild.nullable().describe('The version that is being built beside the one that answers.'),
  problem: z.string().nullable(),
});
export type ProjectionAnswer = z.infer<typeof projectionSchema>;

const projectionsSchema = z.object({
  data: z.array(projectionSchema),
  nextCursor: z.null(),
  position: z.int().describe('The position that the read models have reached.'),
});
export type ProjectionsAnswer = z.infer<typeof projectionsSchema>;

export class ProjectionsResponse extends createZodDto(projectionsSchema) {}
