import { type Cell, csvOf } from '../../../charts/csv';
import { download } from '../../../charts/download';
import { announcedWhen } from '../../../words/timings';
import { type Reacted, streakWords } from '../words';

const HEAD = [
  ...['announcementId', 'announced', 'timing', 'kind', 'headline', 'instrument', 'name', 'day0', 'return'],
  ...['benchmark', 'abnormalReturn', 'tStatistic', 'marketCapChange', 'currency', 'relation', 'streak'],
];

/** Hands over the rows that are here, with their figures as the API gave them. */
export function DownloadRows({ rows }: { readonly rows: readonly Reacted[] }) {
  return (
    <button
      type="button"
      onClick={() => download('announcements.csv', csvOf(HEAD, rows.map(cellsOf)), 'text/csv;charset=utf-8')}
    >
      Download these rows (CSV)
    </button>
  );
}

function cellsOf(row: Reacted): readonly Cell[] {
  const { announcement, instrument } = row;
  const announced = announcement.announcedAt ?? announcedWhen(announcement, instrument.timeZone);
  return [
    ...[announcement.id, announced, row.timing, announcement.kind, announcement.headline],
    ...[instrument.ref, instrument.name, row.day0, row.return, row.benchmark, row.abnormalReturn, row.tStatistic],
    ...[row.marketCapChange, instrument.currency, row.relation, streakWords(row)],
  ];
}
