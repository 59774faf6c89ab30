import { z } from 'zod';
import { dateSchema, instantSchema, type Moment, statedTimings } from '@streakline/events';
import type { Fault } from '@streakline/event-store';

/** The fields of a body that say when: an instant, or a date with or without a part of the day. */
export const momentFields = {
  announcedAt: instantSchema.optional().describe('The instant at which it became public. Give this or announcedOn'),
  announcedOn: dateSchema
    .optional()
    .describe("The date, in the zone of each subject's exchange, where the instant is not known"),
  timing: z
    .enum(statedTimings)
    .optional()
    .describe('With announcedOn: the part of the day. Absent: not known, and day 0 is marked assumed'),
};
export interface MomentFields {
  readonly announcedAt?: string | undefined;
  readonly announcedOn?: string | undefined;
  readonly timing?: (typeof statedTimings)[number] | undefined;
}

/** The moment that a body states, or what is wrong with its statement. */
export function momentOf({ announcedAt, announcedOn, timing }: MomentFields): Moment | Fault {
  if (announcedAt !== undefined && announcedOn !== undefined) {
    return unclear('/announcedOn', 'Give announcedAt or announcedOn, not both: an instant has its date in every zone.');
  }
  if (announcedAt !== undefined && timing !== undefined) {
    return unclear('/timing', 'The timing follows from announcedAt, for each exchange on its own. Leave it out.');
  }
  if (announcedAt !== undefined) return { at: new Date(announcedAt).toISOString() };
  if (announcedOn !== undefined) return { on: announcedOn, ...(timing === undefined ? {} : { timing }) };
  return unclear(
    '/announcedAt',
    'Say when it became public: announcedAt (an instant), or announcedOn (a date) with the timing if it is known.',
  );
}

export function isMoment(value: Moment | Fault): value is Moment {
  return 'at' in value || 'on' in value;
}

/** The field that a moment came from. */
export function momentPointer(moment: Moment): '/announcedAt' | '/announcedOn' {
  return 'at' in moment ? '/announcedAt' : '/announcedOn';
}

function unclear(pointer: string, detail: string): Fault {
  return { code: 'momentUnclear', pointer, detail };
}
