import { z } from 'zod';
import {
  amountSchema,
  announcementKinds,
  measureSchema,
  periodSchema,
  relationSchema,
  sourceSchema,
} from '@streakline/events';

const MOST = 200;

export const kindField = z.enum(announcementKinds);
export const headlineField = z.string().trim().min(1).max(500);
export const amountsField = z.array(amountSchema).max(MOST);
export const sourcesField = z.array(sourceSchema).max(MOST);
export const relationsField = z
  .array(relationSchema)
  .max(MOST)
  .describe('`to`: an announcement id, or a URL or other reference where it is not recorded here');
export const periodField = periodSchema.describe("The issuer's period that it is about, such as 2025-Q4");
export const measuresField = z
  .array(measureSchema)
  .max(MOST)
  .describe('Figures that it gives, each with what was expected and what stood before');
export const reasonField = z.string().trim().min(1).max(1_000);
