import { ProblemError, type StreaklineClient } from '@streakline/client';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useApiKey } from '../../api/api-key';
import { useClient } from '../../api/client';
import type { EventStudy, StreakStudy, StudyKind, StudySummary } from './form/study-types';
import { isUnderWay } from './words/phase';

const PATHS = { event: '/v1/event-studies', streak: '/v1/streak-studies' } as const;
const STUDY_PATHS = { event: '/v1/event-studies/{studyId}', streak: '/v1/streak-studies/{studyId}' } as const;

/** Milliseconds between two looks at a study that is under way: the server tells its progress about as often. */
const LOOK_MS = 500;

/** A study of one kind or the other, with its result where it is done. */
export type AnyStudy =
  { readonly kind: 'event'; readonly study: EventStudy } | { readonly kind: 'streak'; readonly study: StreakStudy };

/** Where a study's page is; the kind tells it where to look first. */
export function studyHref(id: string, kind: StudyKind): string {
  return `/studies/${encodeURIComponent(id)}${kind === 'streak' ? '?of=streaks' : ''}`;
}

/** The path of the API that a study of a kind is at, its id in place. */
export function studyPath(id: string, kind: StudyKind): string {
  return `${PATHS[kind]}/${encodeURIComponent(id)}`;
}

export function askStudy(client: StreaklineClient, kind: StudyKind, request: object): Promise<StudySummary> {
  return client.post(PATHS[kind], { body: request as never });
}

/** A study as it stands: looked at again while it is under way, and never again once it is done. */
export function useStudy(id: string, first: StudyKind): UseQueryResult<AnyStudy> {
  const client = useClient();
  const key = useApiKey();
  return useQuery({
    queryKey: studyKey(id, key),
    queryFn: ({ signal }) => findStudy(client, id, first, signal),
    enabled: ({ state }) => state.data?.study.state !== 'done',
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data.study) ? LOOK_MS : false),
  });
}

function studyKey(id: string, key: string | null): readonly unknown[] {
  return ['study', id, key];
}

/** Ids of both kinds look alike: where one kind does not know it, the other is asked. */
async function findStudy(
  client: StreaklineClient,
  id: string,
  first: StudyKind,
  signal: AbortSignal,
): Promise<AnyStudy> {
  try {
    return await getStudy(client, id, first, signal);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 404) throw error;
    return getStudy(client, id, first === 'event' ? 'streak' : 'event', signal);
  }
}

async function getStudy(
  client: StreaklineClient,
  studyId: string,
  kind: StudyKind,
  signal: AbortSignal,
): Promise<AnyStudy> {
  const call = { path: { studyId }, signal };
  if (kind === 'event') return { kind, study: await client.get(STUDY_PATHS.event, call) };
  return { kind, study: await client.get(STUDY_PATHS.streak, call) };
}

/** Cancels a study, and looks at how it stands then: it may have been done a moment before. */
export function useCancelling(id: string, kind: StudyKind) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.delete(STUDY_PATHS[kind], { path: { studyId: id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['study', id] }),
  });
}
