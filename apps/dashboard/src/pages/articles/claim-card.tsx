import { useMoment } from '../../api/moment';
import { Badge } from '../../ui/badge';
import { Link, instrumentHref } from '../../ui/link';
import { VerdictBadge } from '../../ui/verdict-badge';
import type { JudgedClaim, Verdict } from './article';
import styles from './articles.module.css';
import { ClaimEvidence } from './claim-evidence';
import { ClaimParts } from './claim-parts';
import { SessionStrip } from './session-strip';

const STATES: Readonly<Record<Exclude<JudgedClaim['state'], 'read'>, string>> = {
  corrected: 'corrected by a person',
  added: 'added by a person',
  withdrawn: 'withdrawn: the article makes no such claim',
};

/** A claim: its words, the verdict of the whole and of each part, and what that rests on. */
export function ClaimCard({ judged }: { readonly judged: JudgedClaim }) {
  const { claim, state, now } = judged;
  return (
    <article className={styles.card} aria-label={`Claim ${claim.id}`}>
      <div className="row">
        {now !== null && <VerdictBadge verdict={now.verdict} />}
        <Subject judged={judged} />
        {state !== 'read' && <Badge tone="past">{STATES[state]}</Badge>}
      </div>
      {claim.quotation === undefined ? (
        <p className="soft">Added by hand: the article's own words are not on record.</p>
      ) : (
        <blockquote className={state === 'withdrawn' ? styles.withdrawn : styles.quotation} dir="auto">
          {claim.quotation.text}
        </blockquote>
      )}
      {now !== null && <Judged judged={judged} now={now} />}
    </article>
  );
}

function Subject({ judged: { claim, instrument } }: { readonly judged: JudgedClaim }) {
  if (instrument !== null) return <Link href={instrumentHref(instrument)}>{instrument}</Link>;
  return (
    <bdi className="soft">{'name' in claim.subject ? `${claim.subject.name}, not on record` : 'not on record'}</bdi>
  );
}

function Judged({ judged: { claim, atPublication }, now }: { readonly judged: JudgedClaim; readonly now: Verdict }) {
  const said = useNowWord();
  const isOther = atPublication !== null && (atPublication.verdict !== now.verdict || atPublication.why !== now.why);
  return (
    <>
      {isOther && <Changed before={atPublication} now={now} said={said} />}
      <p className={styles.why}>{now.why}</p>
      <SessionStrip evidence={now.evidence} hasLength={claim.length !== undefined} />
      <ClaimParts caption={`Parts of claim ${claim.id}, ${said}`} verdict={now} />
      {isOther && (
        <details>
          <summary>Parts as known when it was published</summary>
          <ClaimParts caption={`Parts of claim ${claim.id}, when it was published`} verdict={atPublication} />
        </details>
      )}
      <ClaimEvidence claimId={claim.id} verdict={now} />
    </>
  );
}

/** The tape says another thing than it did when the article appeared: a revision, or what was recorded since. */
function Changed({ before, now, said }: { readonly before: Verdict; readonly now: Verdict; readonly said: string }) {
  return (
    <div className={styles.changed}>
      <p>
        <strong>
          {before.verdict === now.verdict
            ? 'The figures behind it have changed since it was published.'
            : 'The verdict has changed since it was published.'}
        </strong>{' '}
        What was recorded or revised later counts {said}, and not against the article.
      </p>
      <p>
        When it was published: <VerdictBadge verdict={before.verdict} /> {before.why}
      </p>
      <p>
        <span className={styles.capital}>{said}</span>: <VerdictBadge verdict={now.verdict} />
      </p>
    </div>
  );
}

function useNowWord(): string {
  return useMoment() === null ? 'now' : 'at the moment above';
}
