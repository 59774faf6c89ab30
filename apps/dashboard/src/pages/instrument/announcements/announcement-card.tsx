import { Badge } from '../../../ui/badge';
import { MoneyChange, PercentChange } from '../../../ui/change';
import { day } from '../../../words/times';
import type { ReactionRow } from '../tape/rows';
import styles from './announcements.module.css';
import { announcedInDetail, keyOf } from './announced';
import { relationOf } from './relation';

interface Props {
  readonly id: string;
  readonly reactions: readonly ReactionRow[];
  /** Of the chart: the one that the crosshair is not at. */
  readonly side: 'left' | 'right';
}

/** More of one day 0 are counted. */
const SHOWN = 2;

/** What was announced, and what day 0 did: shown for the session under the crosshair, and for an announcement in focus. */
export function AnnouncementCard({ id, reactions, side }: Props) {
  if (reactions.length === 0) return null;
  const more = reactions.length - SHOWN;
  return (
    <div id={id} role="tooltip" aria-label="Announcement" className={`${styles.card ?? ''} ${styles[side] ?? ''}`}>
      {reactions.slice(0, SHOWN).map((reaction) => (
        <Reaction key={keyOf(reaction)} reaction={reaction} />
      ))}
      {more > 0 && <p className="soft">and {more} more with this day 0</p>}
    </div>
  );
}

function Reaction({ reaction }: { readonly reaction: ReactionRow }) {
  const { announcement, instrument, day0, marketCapChange, benchmark } = reaction;
  return (
    <div className={styles.reaction}>
      <p className={styles.headline}>
        <Badge tone="mark">{announcement.kind}</Badge> {announcement.headline}
      </p>
      <p className="soft">{announcedInDetail(reaction)}</p>
      <dl className={styles.figures}>
        <Figure name={`Day 0, ${day(day0)}`}>
          <PercentChange value={reaction.return} />
        </Figure>
        <Figure name={benchmark === null ? 'Abnormal return' : `Abnormal return, against ${benchmark}`}>
          <PercentChange value={reaction.abnormalReturn} />
        </Figure>
        <Figure name="Market cap">
          <MoneyChange value={marketCapChange} currency={instrument.currency} />
        </Figure>
      </dl>
      <p>
        Day 0 <strong>{relationOf(reaction)}</strong>
      </p>
    </div>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
