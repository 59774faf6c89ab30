import { Answered } from '../../../ui/answered';
import { Badge } from '../../../ui/badge';
import { MoneyChange, PercentChange } from '../../../ui/change';
import { type Column, DataTable } from '../../../ui/data-table';
import { Empty } from '../../../ui/empty';
import { Evidence } from '../../../ui/evidence';
import { announcementHref, Link } from '../../../ui/link';
import { Panel } from '../../../ui/panel';
import { day } from '../../../words/times';
import type { Instrument, ReactionRow } from '../tape/rows';
import { announcedInDetail, keyOf } from './announced';
import styles from './announcements.module.css';
import { relationOf } from './relation';

interface Props {
  readonly instrument: Instrument;
  readonly query: {
    readonly data: readonly ReactionRow[] | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
}

/** All announcements that concern it, newest first, with what each day 0 did. */
export function AnnouncementsPanel({ instrument, query }: Props) {
  return (
    <Panel
      title="Announcements"
      aside={<Evidence href={`/v1/reactions?instrument=${instrument.id}`}>evidence</Evidence>}
    >
      <Answered query={query} what="the announcements">
        {(reactions) =>
          reactions.length === 0 ? (
            <Empty>No announcement that concerns it is on record. POST /v1/announcements records one.</Empty>
          ) : (
            <DataTable
              caption="Announcements, newest first; figures are of day 0, from the close before it"
              columns={COLUMNS}
              rows={reactions}
              rowKey={keyOf}
            />
          )
        }
      </Answered>
    </Panel>
  );
}

const COLUMNS: readonly Column<ReactionRow>[] = [
  { name: 'Announced', cell: (reaction) => <span className={styles.when}>{announcedInDetail(reaction)}</span> },
  {
    name: 'Kind, role',
    cell: ({ announcement: { kind }, role }) => (
      <>
        <Badge>{kind}</Badge> {role}
      </>
    ),
  },
  {
    name: 'Headline',
    rowHeader: true,
    cell: ({ announcement: { id, headline } }) => (
      <span className={styles.title}>
        <Link href={announcementHref(id)}>{headline}</Link>{' '}
        <Evidence href={`/v1/announcements/${id}/events`}>events</Evidence>
      </span>
    ),
  },
  { name: 'Day 0', cell: ({ day0 }) => <span className={styles.day}>{day(day0)}</span> },
  { name: 'Return', number: true, cell: (reaction) => <PercentChange value={reaction.return} /> },
  { name: 'Abnormal return', number: true, cell: ({ abnormalReturn }) => <PercentChange value={abnormalReturn} /> },
  {
    name: 'Market cap',
    number: true,
    cell: ({ marketCapChange, instrument }) => <MoneyChange value={marketCapChange} currency={instrument.currency} />,
  },
  { name: 'What day 0 did', cell: (reaction) => <span className={styles.did}>{relationOf(reaction)}</span> },
];
