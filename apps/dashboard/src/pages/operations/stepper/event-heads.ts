import type { StreaklineClient } from '@streakline/client';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useApiKey } from '../../../api/api-key';
import { useClient } from '../../../api/client';
import type { ReadModel } from './read-models';
import type { EventHead } from './step-at';
import type { Subject } from './subject';

/** Events between two reports of how many were read. */
const REPORT_EVERY = 500;

/** The events that may change a read model of a subject, in the order of the store; `read` counts while they come. */
export function useEventHeads(
  subject: Subject,
  { eventsOf }: Pick<ReadModel, 'eventsOf'>,
): { readonly query: UseQueryResult<readonly EventHead[]>; readonly read: number } {
  const client = useClient();
  const queries = useQueryClient();
  const key = useApiKey();
  const [read, setRead] = useState(0);
  const isOwn = eventsOf === 'announcement' || subject.instrumentIds.length === 0;
  const queryKey = ['events to step through', subject.id, isOwn, key];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      // What was read stays: events never change, and only later ones can have come.
      const heads = [...(queries.getQueryData<readonly EventHead[]>(queryKey) ?? [])];
      const after = heads.at(-1)?.position ?? 0;
      for await (const event of eventsAfter(client, subject, isOwn, after, signal)) {
        if (event.position <= after) continue;
        const { position, type, knownAt, recordedAt } = event;
        heads.push({ position, type, knownAt, recordedAt });
        if (heads.length % REPORT_EVERY === 0) setRead(heads.length);
      }
      return heads;
    },
  });
  return { query, read };
}

function eventsAfter(
  client: StreaklineClient,
  { id, instrumentIds }: Subject,
  isOwn: boolean,
  after: number,
  signal: AbortSignal,
): AsyncIterable<EventHead> {
  if (isOwn) return client.list('/v1/announcements/{id}/events', { path: { id }, query: { limit: 1000 }, signal });
  return client.events({ instruments: instrumentIds, after }, { signal });
}
