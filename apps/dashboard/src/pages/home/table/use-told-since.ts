import { useMemo } from 'react';
import { useNewestEvents } from '../../../api/live';

/** Ids of the announcements that the live stream told of since the page was opened. */
export function useToldSince(): ReadonlySet<string> {
  const events = useNewestEvents();
  return useMemo(() => {
    const made = events.filter(({ type }) => type === 'AnnouncementMade');
    return new Set(made.flatMap(({ data }) => idOf(data['announcement']) ?? []));
  }, [events]);
}

function idOf(announcement: unknown): string | undefined {
  if (typeof announcement !== 'object' || announcement === null || !('id' in announcement)) return undefined;
  return typeof announcement.id === 'string' ? announcement.id : undefined;
}
