import { useMoment } from '../../api/moment';
import { Badge } from '../../ui/badge';
import { Link, announcementHref, instrumentHref } from '../../ui/link';
import { OutsideLink } from '../../ui/outside-link';
import { money } from '../../words/money';
import { day } from '../../words/times';
import { announcedInFull } from '../../words/timings';
import type { Proposal } from './article';
import styles from './articles.module.css';
import { OnRecord } from './on-record';
import { useZone } from './use-zone';

interface Props {
  readonly proposal: Proposal;
  readonly main: string | null;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
}

/** An announcement as it was read from the article, with the words that led to it. */
export function ProposalCard({ proposal, main, onAccept, onDismiss }: Props) {
  const { id, kind, headline, quotations, sources } = proposal;
  return (
    <article className={styles.card} aria-label={`Proposal ${id}`}>
      <div className="row">
        <State proposal={proposal} />
        <Badge>{kind}</Badge>
        <strong dir="auto">{headline}</strong>
        <span>
          <When proposal={proposal} main={main} />
        </span>
      </div>
      <Subjects proposal={proposal} />
      <Amounts proposal={proposal} />
      <details>
        <summary>The words that led to it, and its sources</summary>
        {quotations.map(({ text, start, end }) => (
          <blockquote key={`${start} ${end}`} className={styles.quotation} dir="auto">
            {text}
          </blockquote>
        ))}
        <ul className={styles.list}>
          {sources.map(({ url, publisher }) => (
            <li key={url}>
              {publisher !== undefined && `${publisher}: `}
              <OutsideLink address={url}>{url}</OutsideLink>
            </li>
          ))}
        </ul>
      </details>
      {proposal.state === 'proposed' && <Decide proposal={proposal} onAccept={onAccept} onDismiss={onDismiss} />}
    </article>
  );
}

function State({ proposal: { state, announcementId } }: Pick<Props, 'proposal'>) {
  if (state === 'proposed') return <Badge tone="mark">? proposed</Badge>;
  if (state === 'dismissed') return <Badge tone="past">✕ dismissed</Badge>;
  return (
    <>
      <Badge tone="good">✓ accepted</Badge>
      {announcementId !== undefined && <Link href={announcementHref(announcementId)}>The announcement</Link>}
    </>
  );
}

function When({ proposal, main }: Pick<Props, 'proposal' | 'main'>) {
  return announcedInFull(proposal, useZone(main));
}

function Subjects({ proposal: { subjects } }: Pick<Props, 'proposal'>) {
  return (
    <p>
      {subjects.map((subject, at) => (
        <span key={`${subject.role} ${'name' in subject ? subject.name : subject.instrumentId}`}>
          {at > 0 && ', '}
          {'name' in subject ? (
            <bdi>{subject.name}</bdi>
          ) : (
            <Link href={instrumentHref(subject.instrumentId)}>{subject.instrument}</Link>
          )}{' '}
          <span className="soft">({subject.role})</span>
        </span>
      ))}
    </p>
  );
}

function Amounts({ proposal: { amounts } }: Pick<Props, 'proposal'>) {
  if (amounts.length === 0) return null;
  return (
    <ul className={styles.list}>
      {amounts.map(({ label, value, currency, certainty, condition, deadline }) => (
        <li key={`${label} ${value} ${certainty}`}>
          {label}: {money(value, currency)}, {certainty}
          {deadline !== undefined && `, until ${day(deadline)}`}
          {condition !== undefined && (
            <>
              : <bdi>{condition}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Of the past nothing can be decided: what is on record is changed now. */
function Decide({ proposal, onAccept, onDismiss }: Omit<Props, 'main'>) {
  const isPast = useMoment() !== null;
  const { id, headline, onRecord = [] } = proposal;
  return (
    <>
      {onRecord.length > 0 && (
        <p>
          On record may be this one: <OnRecord ids={onRecord} />
        </p>
      )}
      {isPast ? (
        <p className="soft">Go back to now to accept or dismiss it.</p>
      ) : (
        <div className="row">
          <button type="button" onClick={onAccept} aria-label={`Accept ${id}: ${headline}`}>
            Accept…
          </button>
          <button type="button" onClick={onDismiss} aria-label={`Dismiss ${id}: ${headline}`}>
            Dismiss…
          </button>
        </div>
      )}
    </>
  );
}
