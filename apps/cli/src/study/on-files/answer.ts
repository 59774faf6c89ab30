import type { GroupReport, ReferenceForm, StudyResult } from '@streakline/event-study';
import { asNumberIfOne } from './answer-names';
import type { ModelStudy } from './study-model';
import type { SuspicionAnswer } from './warnings';

/** One model's JSON answer: the reference form, and only where there is something to say, what was seen and left out. */
export interface ModelAnswer extends Omit<Partial<ReferenceForm>, 'events'> {
  readonly events?: readonly (Omit<ReferenceForm['events'][number], 'eventId'> & {
    readonly eventId: string | number;
  })[];
  readonly warnings?: readonly SuspicionAnswer[];
  readonly leftOut?: readonly SuspicionAnswer[];
  /** With --by group. */
  readonly groups?: GroupReport;
  /** With --details: all tests by window and by day. */
  readonly study?: StudyResult;
}

export function answerOf({ reference, told, result, groups }: ModelStudy, details: boolean): ModelAnswer {
  return {
    ...reference,
    ...(reference && {
      events: reference.events.map((event) => ({ ...event, eventId: asNumberIfOne(event.eventId) })),
    }),
    ...(told.warnings.length > 0 && { warnings: told.warnings }),
    ...(told.leftOut.length > 0 && { leftOut: told.leftOut }),
    ...(groups && { groups }),
    ...(details && result && { study: result }),
  };
}
