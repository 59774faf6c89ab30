import type { RowOf } from '@streakline/client';
import { useId } from 'react';
import { useAnswer } from '../../../api/answers';
import { Answered } from '../../../ui/answered';
import { MoneyChange, PercentChange } from '../../../ui/change';
import { instrumentHref, Link } from '../../../ui/link';
import { Panel } from '../../../ui/panel';
import { plural } from '../../../words/numbers';
import { day } from '../../../words/times';
import styles from './longest-streaks.module.css';

const SHOWN = 5;

/** The longest falls and rises that the next close may extend. */
export function LongestStreaks() {
  return (
    <Panel title="Longest streaks in force">
      <div className={styles.lists}>
        <Longest direction="falling" title="Falls" />
        <Longest direction="rising" title="Rises" />
      </div>
    </Panel>
  );
}

interface LongestProps {
  readonly direction: 'falling' | 'rising';
  readonly title: string;
}

function Longest({ direction, title }: LongestProps) {
  const id = useId();
  const query = useAnswer('/v1/streaks', { query: { direction, limit: SHOWN } });
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={direction === 'falling' ? 'falls' : 'rises'}>
        <span aria-hidden="true">{direction === 'falling' ? '▼' : '▲'}</span> {title}
      </h3>
      <Answered query={query} what="the streaks">
        {({ data }) =>
          data.length === 0 ? <p className="soft">None of two sessions or more.</p> : <List rows={data} />
        }
      </Answered>
    </section>
  );
}

function List({ rows }: { readonly rows: readonly RowOf<'/v1/streaks'>[] }) {
  return (
    <ol className={styles.list}>
      {rows.map(({ instrument, length, start, end, ...run }) => (
        <li key={instrument.id}>
          <Link href={instrumentHref(instrument.ref)} title={instrument.name}>
            {instrument.symbol}
          </Link>
          <span>{plural(length, 'session')}</span>
          <PercentChange value={run.return} />
          <MoneyChange value={run.marketCapChange} currency={instrument.currency} />
          <span className={styles.since}>
            since {day(start)}, last {day(end)}
          </span>
        </li>
      ))}
    </ol>
  );
}
