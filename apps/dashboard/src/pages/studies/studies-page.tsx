import { useUrlState } from '../../api/url-state';
import { PageTitle } from '../../ui/page-title';
import { Segmented } from '../../ui/segmented';
import { Builder } from './form/builder';
import styles from './studies.module.css';
import { StudyList } from './study-list';

/** Studies that there are, and a form to ask for another. */
export default function StudiesPage() {
  const [of, setOf] = useUrlState('of', 'returns');
  const kind = of === 'streaks' ? 'streak' : 'event';
  return (
    <div className="stack">
      <PageTitle>Studies</PageTitle>
      <p>
        One reaction is an anecdote. A study takes many announcements, holds them against what was to be expected, and
        asks how often chance alone would have done as much.
      </p>
      <div>
        <Segmented
          legend="What is studied"
          options={[
            ['returns', 'Event studies: returns'],
            ['streaks', 'Streak studies: runs'],
          ]}
          value={kind === 'streak' ? 'streaks' : 'returns'}
          onChange={setOf}
        />
      </div>
      <div className={styles.columns}>
        <Builder key={kind} kind={kind} />
        <StudyList key={`${kind} list`} kind={kind} />
      </div>
    </div>
  );
}
