import { memo } from 'react';
import { PercentChange } from '../../../ui/change';
import { announcementHref, Link } from '../../../ui/link';
import { day } from '../../../words/times';
import type { ReactionRow } from '../tape/rows';
import styles from './announcements.module.css';
import { keyOf, letterOf } from './announced';
import { relationOf } from './relation';

interface Props {
  /** Newest first. */
  readonly reactions: readonly ReactionRow[];
  /** Of the element that says more of the one in focus. */
  readonly cardId: string;
  readonly told: readonly ReactionRow[];
  /** One is pointed at, or in focus; null: none any more. */
  readonly onPoint: (reaction: ReactionRow | null) => void;
}

/** The announcements beside the chart: whatever the chart shows of one by hovering, this shows by focus. */
export const AnnouncementList = memo(function AnnouncementList({ reactions, cardId, told, onPoint }: Props) {
  return (
    <ol className={styles.list} aria-label="Announcements on the chart">
      {reactions.map((reaction) => (
        <li key={keyOf(reaction)}>
          <Link
            href={announcementHref(reaction.announcement.id)}
            className={styles.entry}
            aria-describedby={told.includes(reaction) ? cardId : undefined}
            onFocus={() => onPoint(reaction)}
            onBlur={() => onPoint(null)}
            onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onPoint(reaction)}
            onPointerLeave={({ pointerType }) => pointerType === 'mouse' && onPoint(null)}
          >
            <span className={styles.letter} aria-hidden="true">
              {letterOf(reaction.announcement.kind)}
            </span>
            <span className={styles.entryText}>
              <span className={styles.entryHead}>
                <span className="soft">{day(reaction.day0)}</span> <PercentChange value={reaction.return} />
              </span>
              <span className={styles.entryTitle}>{reaction.announcement.headline}</span>
              <span className="soft">{relationOf(reaction)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
});
