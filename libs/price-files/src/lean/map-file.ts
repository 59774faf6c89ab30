import { dateText, NO_DAY } from '../figures/calendar-days';
import { readDateText } from '../figures/date-formats';
import type { FileNote } from '../price-item';
import type { RowLayout } from '../reading/row-layout';

interface MapRow {
  /** The last day on which the instrument bore the ticker. */
  readonly until: number;
  readonly ticker: string;
}

/**
 * What a map file (date, ticker, exchange) says of the days on which a ticker meant this instrument. Its first row is the
 * first day of all, each further one the last day of its ticker, 20501231 that of the one in use.
 */
export function tickerSpan(
  file: string,
  text: string,
  ticker: string,
): { within?: RowLayout['within']; notes: FileNote[] } {
  const rows = mapRows(text);
  const at = rows.findLastIndex((row) => row.ticker === ticker.toLowerCase());
  const [row, before] = [rows[at], rows[at - 1]];
  if (row === undefined || before === undefined) return { notes: [] };
  const earlier = [...new Set(rows.slice(0, at).map((each) => each.ticker))].filter((name) => name !== row.ticker);
  const from =
    before.ticker === row.ticker
      ? (rows.find((each) => each.ticker === row.ticker)?.until ?? before.until)
      : before.until + 1;
  const reason = `The ticker ${ticker} meant another listing on this day: this one bore it from ${dateText(from)} to ${dateText(row.until)} (${file}).`;
  const renamed = `Before ${dateText(from)} the listing was traded as ${earlier.join(', ').toUpperCase()}: that history is in another zip.`;
  const note: FileNote = { kind: 'note', file, code: 'renamed', detail: renamed, damaged: false };
  return { within: { from, to: row.until, reason }, notes: earlier.length === 0 ? [] : [note] };
}

function mapRows(text: string): MapRow[] {
  return text.split(/\r?\n/).flatMap((line): MapRow[] => {
    const [date = '', ticker = ''] = line.split(',');
    const until = readDateText(date, 'compact');
    return until === NO_DAY || ticker === '' ? [] : [{ until, ticker: ticker.trim().toLowerCase() }];
  });
}
