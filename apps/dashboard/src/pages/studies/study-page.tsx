import { useUrlState } from '../../api/url-state';
import { useMoment } from '../../api/moment';
import { Answered } from '../../ui/answered';
import { PageTitle } from '../../ui/page-title';
import { Link } from '../../ui/link';
import { Asked } from './result/asked';
import { EventStudyResult } from './result/event-study-result';
import { StudyEnded } from './result/study-ended';
import { UnderWay } from './result/under-way';
import { StreakStudyResult } from './streaks/streak-study-result';
import { type AnyStudy, useStudy } from './studies-api';
import styles from './studies.module.css';
import { isUnderWay } from './words/phase';

/** One study: what was asked, how far it is, and what it says once it is done. */
export default function StudyPage({ id }: { readonly id: string }) {
  const [of] = useUrlState('of', 'returns');
  const query = useStudy(id, of === 'streaks' ? 'streak' : 'event');
  const kind = query.data?.kind ?? (of === 'streaks' ? 'streak' : 'event');
  return (
    <div className="stack">
      <p>
        <Link href={kind === 'streak' ? '/studies?of=streaks' : '/studies'}>All studies</Link>
      </p>
      <PageTitle name={`${kind === 'streak' ? 'Streak' : 'Event'} study ${id}`}>
        {kind === 'streak' ? 'Streak study' : 'Event study'}
      </PageTitle>
      <MomentNote />
      <Answered query={query} what="this study">
        {(found) => <Study found={found} />}
      </Answered>
    </div>
  );
}

/** The banner above speaks of the moment of the app; a study has its own. */
function MomentNote() {
  if (useMoment() === null) return null;
  return (
    <p className={styles.note}>
      This study does not move with the app’s moment: it rests on the position that it names, for ever.
    </p>
  );
}

function Study({ found }: { readonly found: AnyStudy }) {
  const { kind, study } = found;
  return (
    <>
      <p role="status" className="visually-hidden">
        {study.state === 'done' ? 'The study is done.' : ''}
      </p>
      <Asked found={found} />
      {isUnderWay(study) && <UnderWay study={study} kind={kind} />}
      {(study.state === 'failed' || study.state === 'cancelled') && <StudyEnded found={found} />}
      {found.kind === 'event' && found.study.result !== null && (
        <EventStudyResult study={found.study} result={found.study.result} />
      )}
      {found.kind === 'streak' && found.study.result !== null && (
        <StreakStudyResult study={found.study} result={found.study.result} />
      )}
    </>
  );
}
