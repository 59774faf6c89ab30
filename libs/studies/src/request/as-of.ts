import type { Cut } from '@streakline/dossiers';
import { z } from 'zod';

/** Beside the other fields of a request: the moment of the world that it is asked at. It is part of what a study is. */
export const asOfField = {
  asOf: z
    .union([z.iso.date(), z.iso.datetime()])
    .optional()
    .describe(
      'Only what was public by then enters: an instant, or a date, which stands for its last millisecond in UTC. Not in the future, and not before the first fact on record. Left out: all that is on record.',
    ),
};

/** Where a study (its `asOf` an instant) cuts the facts that were recorded up to a position. */
export function cutOf(
  { asOf }: { readonly asOf?: string | undefined },
  position: number,
): Cut & { readonly asRecorded: number } {
  return { asRecorded: position, ...(asOf === undefined ? {} : { asOf: Date.parse(asOf) }) };
}
