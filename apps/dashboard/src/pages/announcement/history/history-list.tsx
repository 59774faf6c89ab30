import { Evidence } from '../../../ui/evidence';
import { Panel } from '../../../ui/panel';
import { instant } from '../../../words/times';
import type { AnnouncementEvent } from '../answers';
import { type Change, type HistoryEntry, historyOf } from './history';
import styles from './history.module.css';

interface Props {
  readonly id: string;
  readonly events: readonly AnnouncementEvent[];
  readonly zone: string;
}

/** What was recorded about it, event by event. */
export function HistoryList({ id, events, zone }: Props) {
  const evidence = `/v1/announcements/${encodeURIComponent(id)}/events`;
  return (
    <Panel title="Its history" aside={<Evidence href={evidence}>The events</Evidence>}>
      <ol className={styles.history} aria-label="Its history">
        {historyOf(events).map((entry) => (
          <Entry key={entry.position} entry={entry} zone={zone} />
        ))}
      </ol>
    </Panel>
  );
}

function Entry({ entry, zone }: { readonly entry: HistoryEntry; readonly zone: string }) {
  const { title, knownAt, recordedAt, position, reason, changes, type } = entry;
  return (
    <li className={type === 'AnnouncementRetracted' ? styles.retracted : styles.entry}>
      <p>
        <strong>{title}</strong>: known at {instant(knownAt, zone)}
      </p>
      {reason !== null && <p>Because: {reason}</p>}
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <ChangeItem key={`${change.field} ${change.after ?? ''}`} change={change} />
          ))}
        </ul>
      )}
      <p className="soft">
        Event {position}, recorded {instant(recordedAt, zone)}
      </p>
    </li>
  );
}

function ChangeItem({ change: { field, before, after } }: { readonly change: Change }) {
  return (
    <li>
      {field}
      {before !== null && (
        <>
          {' '}
          from <del>{before}</del>
        </>
      )}
      {after !== null && (
        <>
          {' '}
          to <ins>{after}</ins>
        </>
      )}
    </li>
  );
}
