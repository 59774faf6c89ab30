import type { UseQueryResult } from '@tanstack/react-query';
import { useUrlState } from '../../api/url-state';
import { Answered } from '../../ui/answered';
import { Empty } from '../../ui/empty';
import { Panel } from '../../ui/panel';
import { Announced } from './announced/announced';
import type { Announcement, AnnouncementEvent, Reaction } from './answers';
import { actOf, reactionFor } from './choice/choice';
import { ReactionChoice } from './choice/reaction-choice';
import { ClaimsList } from './claims/claims-list';
import { Head } from './head/head';
import { HistoryList } from './history/history-list';
import { Details } from './trace/details';
import { Story } from './trace/story';
import styles from './trace/trace.module.css';

interface Props {
  readonly announcement: Announcement;
  readonly reactions: readonly Reaction[];
  readonly events: UseQueryResult<readonly AnnouncementEvent[]>;
}

export function AnnouncementView({ announcement, reactions, events }: Props) {
  const [instrument, chooseInstrument] = useUrlState('instrument');
  const [of, chooseOf] = useUrlState('of');
  const reaction = reactionFor(reactions, { instrument, of });
  const original = reactions.find((each) => each.of === announcement.id);
  const zone = (reaction ?? original)?.timeZone ?? 'UTC';
  return (
    <div className="stack">
      <Head announcement={announcement} zone={zone} />
      {reaction !== undefined && (
        <ReactionChoice {...{ announcement, reactions, reaction, chooseInstrument, chooseOf }} />
      )}
      <div className={styles.top}>
        {reaction === undefined ? (
          <NoReaction announcement={announcement} />
        ) : (
          <Story reaction={reaction} moment={actOf(announcement, reaction)} />
        )}
        <Announced announcement={announcement} reaction={original} zone={zone} />
      </div>
      {reaction !== undefined && reaction.day0 !== null && <Details reaction={reaction} />}
      <div className={styles.pair}>
        <ClaimsList id={announcement.id} />
        <Answered query={events} what="its history">
          {(rows) => <HistoryList id={announcement.id} events={rows} zone={zone} />}
        </Answered>
      </div>
    </div>
  );
}

function NoReaction({ announcement: { retraction } }: Pick<Props, 'announcement'>) {
  return (
    <Panel title="What the tape did">
      <Empty>
        {retraction === null
          ? 'None of its subjects is listed here, and only what is listed has a tape: there are no reactions.'
          : 'A retracted announcement has no reactions.'}
      </Empty>
    </Panel>
  );
}
