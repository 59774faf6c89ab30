import { Panel } from '../../../ui/panel';
import type { StudyKind } from '../form/study-types';
import styles from '../studies.module.css';
import { DownloadButton } from './download-button';

const ARROW = 'application/vnd.apache.arrow.stream';

interface File {
  readonly name: string;
  readonly what: 'study' | 'events';
  readonly accept: string;
  readonly ending: string;
}

const TABLES: readonly File[] = [
  { name: 'CSV', what: 'events', accept: 'text/csv', ending: '-events.csv' },
  { name: 'Arrow', what: 'events', accept: ARROW, ending: '-events.arrows' },
];

/** An event study to take along. */
export function EventDownloads({ id }: { readonly id: string }) {
  return (
    <Panel title="Downloads">
      <Files
        id={id}
        kind="event"
        about="every event"
        says="Every event, used or left out, with its figures"
        files={TABLES}
      />
      <Files
        {...{ id, kind: 'event', about: 'all tests', says: 'All tests of all days and windows' }}
        files={[{ name: 'CSV', what: 'study', accept: 'text/csv', ending: '-tests.csv' }]}
      />
      <Files
        {...{ id, kind: 'event', about: 'the study', says: 'The study as a whole: figure, report, document' }}
        files={[
          { name: 'SVG', what: 'study', accept: 'image/svg+xml', ending: '.svg' },
          { name: 'HTML', what: 'study', accept: 'text/html', ending: '.html' },
          { name: 'JSON', what: 'study', accept: 'application/json', ending: '.json' },
        ]}
      />
    </Panel>
  );
}

/** A streak study to take along. */
export function StreakDownloads({ id }: { readonly id: string }) {
  return (
    <Panel title="Downloads">
      <Files
        id={id}
        kind="streak"
        about="every reaction"
        says="Every reaction, its part in a run or why it has none"
        files={TABLES}
      />
      <Files
        {...{ id, kind: 'streak', about: 'all comparisons', says: 'All comparisons' }}
        files={[{ name: 'CSV', what: 'study', accept: 'text/csv', ending: '-comparisons.csv' }]}
      />
      <Files
        {...{ id, kind: 'streak', about: 'the study', says: 'The study as a whole' }}
        files={[{ name: 'JSON', what: 'study', accept: 'application/json', ending: '.json' }]}
      />
    </Panel>
  );
}

interface FilesProps {
  readonly id: string;
  readonly kind: StudyKind;
  readonly about: string;
  readonly says: string;
  readonly files: readonly File[];
}

function Files({ id, kind, about, says, files }: FilesProps) {
  return (
    <div className={styles.files}>
      <span>{says}</span>
      <span className="row">
        {files.map(({ name, what, accept, ending }) => (
          <DownloadButton key={name} {...{ name, about, accept }} asked={{ id, kind, what }} fileName={id + ending} />
        ))}
      </span>
    </div>
  );
}
