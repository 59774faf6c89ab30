import { Change } from '../../../ui/change';
import type { Column } from '../../../ui/data-table';
import { announcementHref, instrumentHref, Link } from '../../../ui/link';
import { signed } from '../../../words/numbers';
import { day } from '../../../words/times';
import type { Days } from '../form/reading';
import type { EventRequest, EventRow } from '../form/study-types';
import styles from '../studies.module.css';
import { windowText } from '../words/asked';
import { kinds, nameOf, reasonName, timings } from '../words/names';
import { averageText } from '../words/verdict';

/** What rows of either kind of study have. */
interface Told {
  readonly announcementId: string;
  readonly headline: string;
  readonly instrument: string;
  readonly instrumentId: string;
  readonly day0: string | null;
  readonly kind: string;
  readonly timing: string;
}

/** Who, when and what: links lead to the announcement and the instrument. */
export function toldColumns<Row extends Told>(): readonly Column<Row>[] {
  return [
    {
      name: 'Announcement',
      rowHeader: true,
      cell: ({ announcementId, headline }) => <Link href={announcementHref(announcementId)}>{headline}</Link>,
    },
    {
      name: 'Instrument',
      cell: ({ instrument, instrumentId }) => <Link href={instrumentHref(instrumentId)}>{instrument}</Link>,
    },
    { name: 'Day 0', cell: ({ day0 }) => day(day0) },
    { name: 'Kind', cell: ({ kind }) => nameOf(kinds, kind) },
    { name: 'Timing', cell: ({ timing }) => nameOf(timings, timing) },
  ];
}

/** Events that take part, with their figures on day 0 and over a window. */
export function eventColumns(request: EventRequest, window: Days | undefined): readonly Column<EventRow>[] {
  const { event, value, groupBy } = request;
  const figure = (found: number | null | undefined) => <Change value={found} text={averageText(found, value)} />;
  const windowOf = (row: EventRow) =>
    row.figures?.windows.find(({ from, to }) => from === window?.from && to === window.to);
  return [
    ...toldColumns<EventRow>(),
    { name: 'Run at base', cell: ({ streakAtBase }) => runText(streakAtBase) },
    ...(groupBy === undefined ? [] : [{ name: 'Group', cell: ({ group }: EventRow) => group ?? '–' }]),
    { name: 'AR, day 0', number: true, cell: ({ figures }) => figure(figures?.ar[-event.from]) },
    { name: 't, day 0', number: true, cell: ({ figures }) => signed(figures?.sar[-event.from]) },
    ...(window === undefined
      ? []
      : [{ name: `CAR ${windowText(window)}`, number: true, cell: (row: EventRow) => figure(windowOf(row)?.car) }]),
    { name: 'Left out of it', cell: (row) => <span className={styles.why}>{partText(row)}</span> },
  ];
}

function runText(run: EventRow['streakAtBase']): string {
  return run === null ? 'none' : `${run.length} ${run.direction}`;
}

/** What of an event that is used was left out, or only said, and why. */
function partText({ suspicions }: EventRow): string {
  return suspicions
    .map(({ screen, policy, windows }) => {
      const where = windows === null || windows.length === 0 ? '' : `${windows.map(windowText).join(' ')}: `;
      return `${where}${policy === 'warn' ? 'only said: ' : ''}${reasonName(screen)}`;
    })
    .join('; ');
}
