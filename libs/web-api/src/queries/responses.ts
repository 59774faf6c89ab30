import { z } from 'zod';

const restsOn = {
  position: z.int().min(0).describe('The position in the event store that the answer rests on; 0 is the empty store.'),
  projectionVersion: z.int().min(1).describe('The version of the read models that answered.'),
  asOf: z.iso.datetime().optional().describe('The instant that was asked for by `asOf`; left out where none was.'),
};

/** The answer of a list: `{data, nextCursor, position, projectionVersion}`, and `asOf` where it was asked for. */
export function listResponse<Item extends z.ZodType>(item: Item) {
  return z.object({
    data: z.array(item),
    nextCursor: z.string().nullable().describe('Pass it as `cursor` for the next page; null at the end.'),
    ...restsOn,
  });
}

/** A single answer: the item's own fields with `position` and `projectionVersion` beside them. */
export function singleResponse<Shape extends z.ZodRawShape>(item: z.ZodObject<Shape>) {
  return item.extend(restsOn);
}
