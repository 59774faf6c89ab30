import { useId } from 'react';
import { Answered } from '../../../ui/answered';
import { Evidence } from '../../../ui/evidence';
import { instrumentHref, Link } from '../../../ui/link';
import panel from '../../../ui/panel.module.css';
import { announcedInWords, type Moment } from '../announced/moment-words';
import type { Reaction } from '../answers';
import { rangeOf } from '../strip/strip';
import { StreakStrip } from '../strip/streak-strip';
import { GapFacts } from './gap-facts';
import { leadOf } from './lead';
import { Pieces } from './pieces';
import styles from './trace.module.css';
import { daysHref, useDays } from './use-days';

interface Props {
  readonly reaction: Reaction;
  /** Of the act that it reacts to. */
  readonly moment: Moment;
}

/** The first thing to see: what day 0 was, what it did to the streak, and which closes came before. */
export function Story({ reaction, moment }: Props) {
  const id = useId();
  const range = rangeOf(reaction);
  const days = useDays(reaction, range);
  return (
    <section className={panel.panel} aria-labelledby={id}>
      <div className={panel.head}>
        <h2 id={id}>
          What the tape of <Link href={instrumentHref(reaction.instrument)}>{reaction.instrument}</Link> did
        </h2>
        <span className="row">
          <Evidence href={`/v1/announcements/${reaction.announcementId}/reactions`}>The reaction</Evidence>
          {reaction.day0 !== null && <Evidence href={daysHref(reaction, range)}>Its days</Evidence>}
        </span>
      </div>
      <p className={styles.lead}>
        <Pieces pieces={leadOf(reaction)} />
      </p>
      {reaction.day0 !== null && (
        <Answered query={days} what="the days around it">
          {(answer) => (
            <StreakStrip
              reaction={reaction}
              answer={answer}
              announced={announcedInWords(moment, reaction.timeZone ?? 'UTC')}
            />
          )}
        </Answered>
      )}
      {reaction.complete && <GapFacts reaction={reaction} />}
    </section>
  );
}
