import { PercentChange } from '../../ui/change';
import { DataTable } from '../../ui/data-table';
import { EventLink } from '../../ui/event-link';
import { Evidence } from '../../ui/evidence';
import { Link, announcementHref } from '../../ui/link';
import { VerdictBadge } from '../../ui/verdict-badge';
import { partName, readingName } from '../../words/claim-parts';
import { price, whole } from '../../words/numbers';
import { day } from '../../words/times';
import type { Verdict } from './article';
import styles from './articles.module.css';
import { foundText } from './claim-words';
import { type CloseRow, closeRows } from './closes';

interface Props {
  readonly claimId: string;
  readonly verdict: Verdict;
}

/** Enough to do it again by hand: bars, share counts, announcements, rules, and every admissible reading. */
export function ClaimEvidence({ claimId, verdict: { evidence, readings } }: Props) {
  const { sessions, shareCounts, announcements, rules } = evidence;
  const rows = closeRows(evidence);
  return (
    <details className={styles.evidence}>
      <summary>
        Evidence<span className="visually-hidden"> for claim {claimId}</span>
      </summary>
      <div className="stack">
        {sessions !== null && (
          <p className="soft">
            Looked at: {whole(sessions.count)} sessions, {day(sessions.from)} to {day(sessions.to)}.
          </p>
        )}
        {rows.length > 0 && <Closes claimId={claimId} rows={rows} />}
        {shareCounts.length > 0 && <ShareCounts claimId={claimId} counts={shareCounts} />}
        {announcements.length > 0 && <Announcements announcements={announcements} />}
        {readings.length > 0 && <Readings claimId={claimId} readings={readings} />}
        {rules.length > 0 && (
          <ul className={styles.list} aria-label="Rules applied">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

const SIDES: Readonly<Record<NonNullable<CloseRow['side']>, string>> = {
  before: 'before day 0',
  dayZero: 'day 0',
  after: 'after day 0',
};

function Closes({ claimId, rows }: { readonly claimId: string; readonly rows: readonly CloseRow[] }) {
  const hasSides = rows.some(({ side }) => side !== null);
  return (
    <DataTable
      caption={`Closes behind claim ${claimId}, as traded`}
      showCaption
      columns={[
        { name: 'Session', rowHeader: true, cell: ({ session }) => <span className="number">{day(session)}</span> },
        { name: 'Close', number: true, cell: ({ close }) => price(close) },
        {
          name: 'Against the row above',
          number: true,
          cell: ({ change }) => (change === null ? '' : <PercentChange value={change} />),
        },
        { name: 'Low', number: true, cell: ({ low }) => price(low) },
        { name: 'High', number: true, cell: ({ high }) => price(high) },
        ...(hasSides ? [{ name: 'Place', cell: ({ side }: CloseRow) => (side === null ? '' : SIDES[side]) }] : []),
        { name: 'Delivered by', cell: ({ position }) => <EventLink position={position} /> },
      ]}
      rows={rows}
      rowKey={({ session }) => session}
      isMarked={({ side }) => side === 'dayZero'}
    />
  );
}

type Found = Verdict['evidence'];

function ShareCounts({ claimId, counts }: { readonly claimId: string; readonly counts: Found['shareCounts'] }) {
  return (
    <DataTable
      caption={`Share counts behind claim ${claimId}`}
      showCaption
      columns={[
        { name: 'Counted on', rowHeader: true, cell: ({ countedOn }) => day(countedOn) },
        { name: 'Shares', number: true, cell: ({ shares }) => whole(shares) },
        { name: 'Source', cell: ({ source }) => source ?? 'not told' },
        { name: 'Delivered by', cell: ({ position }) => <EventLink position={position} /> },
      ]}
      rows={counts}
      rowKey={({ countedOn, position }) => `${countedOn} ${position}`}
    />
  );
}

function Announcements({ announcements }: Pick<Found, 'announcements'>) {
  return (
    <ul className={styles.list} aria-label="Announcements that it rests on">
      {announcements.map(({ announcementId, of, headline, day0, assumed }) => (
        <li key={of}>
          <Link href={announcementHref(announcementId)} dir="auto">
            {headline}
          </Link>
          {day0 !== null && `: day 0 is ${day(day0)}${assumed ? ', assumed' : ''}`},{' '}
          <Evidence href={`/v1/announcements/${announcementId}/events`}>its events</Evidence>
        </li>
      ))}
    </ul>
  );
}

function Readings({ claimId, readings }: { readonly claimId: string; readonly readings: Verdict['readings'] }) {
  return (
    <DataTable
      caption={`What claim ${claimId} may mean: every admissible reading, and where it leads`}
      showCaption
      columns={[
        { name: 'Part', rowHeader: true, cell: ({ part }) => partName({ part }) },
        { name: 'Reading', cell: ({ reading }) => readingName(reading) },
        { name: 'Verdict', cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
        { name: 'On the tape', number: true, cell: (reading) => foundText(reading) ?? '' },
      ]}
      rows={readings}
      rowKey={({ part, reading }) => `${part} ${reading.join(' ')}`}
    />
  );
}
