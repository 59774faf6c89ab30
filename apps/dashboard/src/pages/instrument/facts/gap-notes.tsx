import { Badge } from '../../../ui/badge';
import { plural } from '../../../words/numbers';
import { day, instant } from '../../../words/times';
import type { Point } from '../tape/points';
import type { Instrument } from '../tape/rows';
import styles from './facts.module.css';

interface Props {
  readonly instrument: Instrument;
  readonly points: readonly Point[];
}

/** More are counted, and the chart's table names them. */
const NAMED = 5;

/** What the tape lacks, and when trading stood still: a gap is told, and never bridged in silence. */
export function GapNotes({ instrument, points }: Props) {
  const { halts } = instrument;
  const missing = points.filter(({ bar }) => bar === null);
  const notes = [
    ...(missing.length === 0 ? [] : [missingText(missing)]),
    ...halts.slice(-NAMED).map((halt) => haltText(halt, instrument.timeZone ?? 'UTC')),
    ...(halts.length > NAMED ? [`${plural(halts.length - NAMED, 'earlier halt')} on record.`] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="Gaps and halts">
      {notes.map((note) => (
        <li key={note}>
          <Badge tone="past">Gap</Badge> {note}
        </li>
      ))}
    </ul>
  );
}

function missingText(missing: readonly Point[]): string {
  const days = missing.slice(0, NAMED).map(({ session }) => day(session));
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  return `${plural(missing.length, 'session lacks its bar', 'sessions lack their bars')}: ${days.join(', ')}${more}. A run across one compares with the last close before it.`;
}

function haltText({ from, to, reason }: Instrument['halts'][number], zone: string): string {
  const until = to === null ? 'not resumed yet, as far as is known' : `resumed ${instant(to, zone)}`;
  return `Trading halted ${instant(from, zone)}, ${until}${reason === null ? '' : ` (${reason})`}.`;
}
