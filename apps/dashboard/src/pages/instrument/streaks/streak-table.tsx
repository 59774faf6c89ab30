import { Badge } from '../../../ui/badge';
import { MoneyChange, PercentChange } from '../../../ui/change';
import { type Column, DataTable } from '../../../ui/data-table';
import { announcementHref, Link } from '../../../ui/link';
import { whole } from '../../../words/numbers';
import { day } from '../../../words/times';
import type { ReactionRow, StreakRow } from '../tape/rows';
import styles from './streaks.module.css';

interface Props {
  readonly streaks: readonly StreakRow[];
  readonly currency: string;
  /** Their headlines name the announcements. */
  readonly reactions: readonly ReactionRow[];
}

/** Streaks with what moved the market cap, and the announcements whose day 0 lies in them or ended them. */
export function StreakTable({ streaks, currency, reactions }: Props) {
  const headlines = new Map(reactions.map(({ announcement: { id, headline } }) => [id, headline]));
  return (
    <DataTable
      caption="Streaks, newest first; figures run from the close before a streak to its last close"
      columns={columnsOf(currency, headlines)}
      rows={streaks}
      rowKey={({ start }) => start}
    />
  );
}

function columnsOf(currency: string, headlines: ReadonlyMap<string, string>): readonly Column<StreakRow>[] {
  const amount = (name: string, of: (streak: StreakRow) => number | null): Column<StreakRow> => ({
    name,
    number: true,
    cell: (streak) => <MoneyChange value={of(streak)} currency={currency} />,
  });
  return [
    { name: 'Streak', rowHeader: true, cell: (streak) => <Way streak={streak} /> },
    { name: 'From', cell: ({ start }) => <Day date={start} /> },
    { name: 'To', cell: ({ end }) => <Day date={end} /> },
    { name: 'Sessions', number: true, cell: ({ length }) => whole(length) },
    { name: 'Return', number: true, cell: (streak) => <PercentChange value={streak.return} /> },
    amount('Market cap', ({ marketCapChange }) => marketCapChange),
    amount('by price', ({ priceEffect }) => priceEffect),
    amount('by share count', ({ shareCountEffect }) => shareCountEffect),
    { name: 'Longest since', cell: (streak) => <LongestSince streak={streak} /> },
    { name: 'Announcements', cell: (streak) => <Inside streak={streak} headlines={headlines} /> },
  ];
}

function Way({ streak: { direction, inForce } }: { readonly streak: StreakRow }) {
  const falls = direction === 'falling';
  return (
    <span className={styles.way}>
      <span className={falls ? 'falls' : 'rises'}>
        <span aria-hidden="true">{falls ? '▼' : '▲'}</span> {falls ? 'fall' : 'rise'}
      </span>{' '}
      {inForce && <Badge>in force</Badge>}
    </span>
  );
}

function Day({ date }: { readonly date: string }) {
  return <span className={styles.day}>{shortened(date)}</span>;
}

/** Without its weekday: a table of dates is dense enough. */
function shortened(date: string): string {
  return day(date).replace(/^\w+ /, '');
}

function LongestSince({ streak: { longestSince, tapeFrom, gaps } }: { readonly streak: StreakRow }) {
  return (
    <span className={gaps.length > 0 ? undefined : styles.day}>
      {longestSince === null ? (
        <span title={`on this tape, from ${day(tapeFrom)}`}>start of the tape</span>
      ) : (
        `${shortened(longestSince.end)} (${longestSince.length})`
      )}
      {gaps.length > 0 && <span className="soft"> across a gap: {gaps.map((gap) => day(gap)).join(', ')}</span>}
    </span>
  );
}

function Inside({
  streak,
  headlines,
}: {
  readonly streak: StreakRow;
  readonly headlines: ReadonlyMap<string, string>;
}) {
  if (streak.announcements.length === 0) return <span className="soft">none</span>;
  return (
    <ul className={styles.inside}>
      {streak.announcements.map(({ of, announcementId, day0, part }) => (
        <li key={of}>
          <Link href={announcementHref(announcementId)}>{headlines.get(announcementId) ?? 'an announcement'}</Link>{' '}
          <span className="soft">
            {part === 'within' ? 'day 0 within' : 'its day 0 ended it'}, {day(day0)}
          </span>
        </li>
      ))}
    </ul>
  );
}
