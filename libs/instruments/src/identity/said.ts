import type { z } from 'zod';

/** A fact as the stream holds it, with the position at which it was said. */
export type Said<Event extends { readonly schema: z.ZodType }> = z.infer<Event['schema']> & {
  readonly position: number;
};
