import { ProblemError } from '@streakline/client';
import { useAnswer, useWholeList } from '../../api/answers';
import { useMoment, useSetMoment } from '../../api/moment';
import { Answered } from '../../ui/answered';
import { Empty } from '../../ui/empty';
import { Link } from '../../ui/link';
import { PageTitle } from '../../ui/page-title';
import { Problem } from '../../ui/problem';
import { AnnouncementView } from './announcement-view';

/** One announcement: what it was, and the trace that it left. */
export default function AnnouncementPage({ id }: { readonly id: string }) {
  const announcement = useAnswer('/v1/announcements/{id}', { path: { id } });
  const isKnown = announcement.data !== undefined;
  const reactions = useWholeList('/v1/announcements/{id}/reactions', { path: { id } }, { enabled: isKnown });
  const events = useWholeList('/v1/announcements/{id}/events', { path: { id } }, { enabled: isKnown });
  if (announcement.error instanceof ProblemError && announcement.error.status === 404) return <NotKnown id={id} />;
  if (announcement.error !== null && !isKnown)
    return <Unanswered error={announcement.error} onRetry={announcement.refetch} />;
  return (
    <Answered query={announcement} what="this announcement">
      {(known) => (
        <Answered query={reactions} what="its reactions">
          {(rows) => <AnnouncementView announcement={known} reactions={rows} events={events} />}
        </Answered>
      )}
    </Answered>
  );
}

function Unanswered({ error, onRetry }: { readonly error: Error; readonly onRetry: () => unknown }) {
  return (
    <div className="stack">
      <PageTitle>Announcement</PageTitle>
      <Problem what="this announcement" error={error} onRetry={onRetry} />
    </div>
  );
}

/** At a past moment it may only not have happened yet. */
function NotKnown({ id }: { readonly id: string }) {
  const moment = useMoment();
  const setMoment = useSetMoment();
  return (
    <div className="stack">
      <PageTitle>{moment === null ? 'There is no such announcement' : 'Not known at that moment'}</PageTitle>
      <Empty>
        {moment === null ? (
          <p>
            Nothing is on record under <code>{id}</code>. <Link href="/">All announcements</Link>
          </p>
        ) : (
          <p>
            Nothing was on record under <code>{id}</code> at the moment that is in force ({moment}).{' '}
            <button type="button" onClick={() => setMoment(null)}>
              See it as of now
            </button>
          </p>
        )}
      </Empty>
    </div>
  );
}
