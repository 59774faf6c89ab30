import { memo } from 'react';
import { Badge } from '../../../ui/badge';
import { Change, MoneyChange, PercentChange, Unknown } from '../../../ui/change';
import { announcementHref, instrumentHref, Link } from '../../../ui/link';
import { percent, signed } from '../../../words/numbers';
import { announcedWhen, TIMINGS } from '../../../words/timings';
import { KINDS, type Reacted, streakWords } from '../words';
import styles from './table.module.css';
import { StreakShape } from './streak-shape';

interface Props {
  readonly row: Reacted;
  /** Among the rows, from 0 on. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isNew: boolean;
}

/** An announcement and what it did to one instrument: the headline leads to it, from anywhere in the row. */
export const Row = memo(function Row({ row, index, top, isNew }: Props) {
  const { announcement, instrument } = row;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${styles.row ?? ''} ${isNew ? (styles.new ?? '') : ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="cell" className={styles.when}>
        <span>{announcedWhen(announcement, instrument.timeZone)}</span>
        <span className={styles.second}>{TIMINGS[row.timing]}</span>
      </div>
      <div role="cell" className={styles.instrument}>
        <Link href={instrumentHref(instrument.id)} title={`${instrument.name} (${instrument.ref})`}>
          {instrument.symbol}
        </Link>
        <span className={styles.second}>{instrument.name}</span>
      </div>
      <div role="rowheader" className={styles.headline}>
        <Link
          className={styles.whole}
          href={announcementHref(announcement.id)}
          dir="auto"
          title={announcement.headline}
        >
          {announcement.headline}
        </Link>
        <span className={styles.second}>
          {KINDS[announcement.kind]} {isNew && <Badge tone="mark">New</Badge>}
        </span>
      </div>
      <Figures row={row} />
      <div role="cell" className={styles.streak}>
        <StreakShape row={row} />
        <span>{streakWords(row)}</span>
      </div>
    </div>
  );
});

function Figures({ row }: { readonly row: Reacted }) {
  const { abnormalReturn, tStatistic, instrument } = row;
  return (
    <>
      <div role="cell" className={styles.figure}>
        <span className={styles.label}>Day 0</span>
        <PercentChange value={row.return} />
      </div>
      <div role="cell" className={styles.figure}>
        <span className={styles.label}>Abnormal</span>
        <Abnormal value={abnormalReturn} />
        {tStatistic !== null && <span className={styles.second}>t {signed(tStatistic)}</span>}
      </div>
      <div role="cell" className={styles.figure}>
        <span className={styles.label}>Market cap</span>
        <MoneyChange value={row.marketCapChange} currency={instrument.currency} />
      </div>
    </>
  );
}

function Abnormal({ value }: { readonly value: number | null }) {
  if (value === null) return <Unknown why="not known: it takes a benchmark and 120 days of both tapes before" />;
  return <Change value={value} text={percent(value)} />;
}
