import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** An event as it is told to others: in NDJSON a line of it. */
export const eventSchema = z.object({
  position: z.int().min(1).describe('Its place in the one order of the store, without gaps.'),
  id: z.uuid(),
  streamId: z.string(),
  streamVersion: z.int().min(1),
  type: z.string(),
  typeVersion: z.int().min(1),
  knownAt: z.iso
    .datetime()
    .describe('When all that it says was public; in the order of knownAt, of a session of bars its close.'),
  recordedAt: z.iso.datetime().describe('When this system stored it.'),
  keys: z.array(z.string()).describe('The ids that it concerns: of instruments, announcements, amendments.'),
  correlationId: z.uuid(),
  causationId: z.string().nullable(),
  data: z.looseObject({}).describe('As docs/contracts/events has it for the type and its version.'),
});

export class EventsResponse extends createZodDto(
  z.object({
    data: z.array(eventSchema),
    nextCursor: z.string().nullable().describe('Pass it as `after` for the next page; null at the end.'),
    position: z.int().min(0).describe('Everything stored up to here was looked at; 0 is the empty store.'),
    asOf: z.iso.datetime().optional().describe('The instant that was asked for by `asOf`; left out where none was.'),
  }),
) {}
