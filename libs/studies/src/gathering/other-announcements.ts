import { happeningsOf, type Known } from '@streakline/dossiers';
import type { ScreenedEvent, WindowDays } from '@streakline/event-study';
import type { ExplainedEvent } from './explained-event';

/** For events of one instrument: its announcements that are none of them, with their day 0 relative to the event's. */
export type OtherAnnouncements = (event: ExplainedEvent, within: WindowDays) => ScreenedEvent['others'];

export function otherAnnouncements(known: Known, events: readonly ExplainedEvent[]): OtherAnnouncements {
  const inStudy = new Set(events.map(({ traits }) => traits.of));
  const others = happeningsOf(known)
    .flatMap(({ act, day0Ordinal }) => (day0Ordinal === null || inStudy.has(act.of) ? [] : [{ act, day0Ordinal }]))
    .sort((a, b) => a.day0Ordinal - b.day0Ordinal);
  return ({ traits, day0 }, { from, to }) => {
    const within: { id: string; day: number }[] = [];
    for (let i = firstFrom(others, day0 + from); i < others.length && others[i]!.day0Ordinal <= day0 + to; i++) {
      const { act, day0Ordinal } = others[i]!;
      // What an announcement's own amendment says on the same day 0 is not news of another matter.
      if (day0Ordinal === day0 && act.announcementId === traits.announcementId) continue;
      within.push({ id: act.of, day: day0Ordinal - day0 });
    }
    return within;
  };
}

function firstFrom(others: readonly { readonly day0Ordinal: number }[], ordinal: number): number {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (others[middle]!.day0Ordinal < ordinal) low = middle + 1;
    else high = middle;
  }
  return low;
}
