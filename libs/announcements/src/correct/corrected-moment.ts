import type { Moment } from '@streakline/events';
import type { Fault } from '@streakline/event-store';
import { momentOf } from '../moment/moment-fields';
import type { CorrectBody } from './correct.command';

/** The moment after a correction: what it leaves out stays, as far as it still makes sense. */
export function correctedMoment({ announcedAt, announcedOn, timing }: CorrectBody, known: Moment): Moment | Fault {
  if (announcedAt === undefined && announcedOn === undefined && timing === undefined) return known;
  if (announcedAt !== undefined) return momentOf({ announcedAt, announcedOn, timing: timing ?? undefined });
  const on = announcedOn ?? ('on' in known ? known.on : undefined);
  if (on === undefined) {
    const detail =
      'The moment on record is an instant, whose timing follows from it. To correct it to a date, give announcedOn, too.';
    return { code: 'momentUnclear', pointer: '/timing', detail };
  }
  const kept = timing === undefined && 'on' in known ? known.timing : (timing ?? undefined);
  return momentOf({ announcedOn: on, timing: kept });
}
