import type { Page, StreaklineClient } from '@streakline/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApiKey } from '../../api/api-key';
import { useClient } from '../../api/client';
import { Answered } from '../../ui/answered';
import { Badge, type Tone } from '../../ui/badge';
import { Empty } from '../../ui/empty';
import { Link } from '../../ui/link';
import { Panel } from '../../ui/panel';
import { Progress } from '../../ui/progress';
import { instant } from '../../words/times';
import type { StudyKind, StudySummary } from './form/study-types';
import { Conditions } from './result/conditions';
import { studyHref } from './studies-api';
import styles from './studies.module.css';
import { asEventRequest, asStreakRequest, windowText } from './words/asked';
import { directions, models, nameOf, outcomes } from './words/names';
import { isUnderWay, outcomeWords, progressOf, stateWords } from './words/phase';

/** Milliseconds between two looks: where one is under way, and where somebody else may have asked for one. */
const [LOOK_MS, GLANCE_MS] = [1_000, 5_000];
const PAGE = 20;
const TONES: Readonly<Record<StudySummary['state'], Tone>> = {
  ...{ queued: 'plain', running: 'mark', done: 'good', failed: 'bad', cancelled: 'plain' },
};

/** The studies of a kind, newest first; those under way are looked at again. */
export function StudyList({ kind }: { readonly kind: StudyKind }) {
  const query = useStudies(kind);
  return (
    <Panel title="Studies so far">
      <Answered query={query} what="the studies">
        {({ pages }) => {
          const studies = pages.flatMap(({ data }) => data);
          if (studies.length === 0) return <Empty>Nobody has asked for one yet. The form asks for the first.</Empty>;
          return (
            <ul className={styles.list}>
              {studies.map((study) => (
                <StudyItem key={study.id} study={study} kind={kind} />
              ))}
            </ul>
          );
        }}
      </Answered>
      {query.hasNextPage && (
        <button type="button" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Older studies
        </button>
      )}
    </Panel>
  );
}

function useStudies(kind: StudyKind) {
  const client = useClient();
  const key = useApiKey();
  return useInfiniteQuery({
    queryKey: ['studies', kind, key],
    queryFn: ({ pageParam, signal }) => studiesAfter(client, kind, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.pages.some(({ data }) => data.some(isUnderWay)) ? LOOK_MS : GLANCE_MS),
  });
}

function studiesAfter(
  client: StreaklineClient,
  kind: StudyKind,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<StudySummary>> {
  const query = { limit: PAGE, ...(cursor === null ? {} : { cursor }) };
  return kind === 'event'
    ? client.get('/v1/event-studies', { query, signal })
    : client.get('/v1/streak-studies', { query, signal });
}

function StudyItem({ study, kind }: { readonly study: StudySummary; readonly kind: StudyKind }) {
  const { id, state, request, askedAt } = study;
  return (
    <li className={styles.item}>
      <div className="row">
        <Link href={studyHref(id, kind)}>
          <Conditions selection={asEventRequest(request).selection} plain />
        </Link>
        <Badge tone={TONES[state]}>{stateWords[state]}</Badge>
      </div>
      <p>{kind === 'event' ? eventWords(request) : streakWords(request)}</p>
      {isUnderWay(study) ? <Progress {...progressOf(study)} /> : <p className="soft">{outcomeWords(study)}</p>}
      <p className="soft">Asked {instant(askedAt, 'UTC')}</p>
    </li>
  );
}

function eventWords(request: object): string {
  const { model, windows, asOf } = asEventRequest(request);
  const shown = windows.slice(0, 5).map(windowText).join(' ');
  return `${nameOf(models, model)}, ${shown}${windows.length > 5 ? ' …' : ''}${asOfWords(asOf)}`;
}

function streakWords(request: object): string {
  const { primary, asOf } = asStreakRequest(request);
  return `${outcomes[primary.outcome]}, ${directions[primary.direction]}${asOfWords(asOf)}`;
}

function asOfWords(asOf: string | undefined): string {
  return asOf === undefined ? '' : `, as of ${instant(asOf, 'UTC')}`;
}
