import type { Known, KnownSchedule } from '../known/known';
import { sessionAt, sessionFrom } from './session-from';
import type { TimelineEntry } from './timeline-entry';

/** The newest word on each announcement to come, at the moment it was said. */
export function scheduleEntries({ schedules, table }: Known): readonly TimelineEntry[] {
  return schedules.map((schedule) => {
    const { kind, period, moment, source, knownAt } = schedule;
    return {
      ...{ kind: 'scheduled', at: knownAt, session: sessionOf(table, moment), ref: `${kind}:${period ?? ''}` },
      ...{ announcementKind: kind, period, moment, source },
    };
  });
}

function sessionOf(table: Known['table'], moment: KnownSchedule['moment']): string | null {
  if (moment === null) return null;
  return 'at' in moment ? sessionAt(table, Date.parse(moment.at)) : sessionFrom(table, moment.on);
}
