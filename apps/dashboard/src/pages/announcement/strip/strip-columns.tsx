import { percent, price } from '../../../words/numbers';
import { shortDay } from '../../../words/times';
import { Brackets } from './brackets';
import { hatchOf } from './hatches';
import type { StripColumn, StripLayout } from './strip-layout';
import styles from './strip.module.css';

interface Props {
  readonly layout: StripLayout;
  readonly announced: string;
  readonly currency: string;
  /** Id of the hatching. */
  readonly hatch: string;
}

/** Side by side: a column a session. */
export function StripColumns({ layout, announced, currency, hatch }: Props) {
  return (
    <>
      <Mark layout={layout} announced={announced} />
      {layout.columns.map((column) => (
        <Column key={column.session} column={column} layout={layout} hatch={hatch} />
      ))}
      <Brackets brackets={layout.brackets} currency={currency} />
    </>
  );
}

function Mark({ layout: { mark, plot }, announced }: { readonly layout: StripLayout; readonly announced: string }) {
  if (mark === null) return null;
  return (
    <g>
      <line className={styles.mark} x1={mark.x} x2={mark.x} y1={mark.top} y2={mark.bottom} />
      <path className={styles.flag} d={`M${mark.x - 5} ${mark.top}h10l-5 8z`} />
      <text className={styles.announced} x={mark.wordsX} y={mark.top - 8} textAnchor="middle">
        {announced}
      </text>
      <text className={styles.side} x={mark.x - 10} y={plot.top - 8} textAnchor="end">
        before
      </text>
      <text className={styles.side} x={mark.x + 10} y={plot.top - 8} textAnchor="start">
        day 0 →
      </text>
    </g>
  );
}

interface ColumnProps {
  readonly column: StripColumn;
  readonly layout: StripLayout;
  readonly hatch: string;
}

function Column({ column, layout, hatch }: ColumnProps) {
  const { x, left, width, y, part, close, session } = column;
  return (
    <g>
      <Step column={column} hatch={hatch} />
      {y !== null && <line className={styles.close} x1={left} x2={left + width} y1={y} y2={y} />}
      <text className={part === 'context' ? styles.softDate : styles.date} x={x} y={layout.dates} textAnchor="middle">
        {shortDay(session)}
      </text>
      <text className={styles.price} x={x} y={layout.closes} textAnchor="middle">
        {close === null ? 'no bar' : price(close)}
      </text>
    </g>
  );
}

/** From the close before to this one, with its change beside it. */
function Step({ column, hatch }: Pick<ColumnProps, 'column' | 'hatch'>) {
  const { x, left, width, step, labelY, part, return: change } = column;
  if (step === null || labelY === null) return null;
  const way = (change ?? 0) < 0 ? 'falls' : 'rises';
  const look = part === 'from' ? styles[way] : styles[part];
  const fill = part === 'before' ? { fill: hatchOf(hatch, change) } : {};
  const ink = { from: styles[`${way}Ink`], before: styles.ink, context: styles.softInk }[part];
  return (
    <>
      <rect className={look} x={left} y={step.top} width={width} height={step.height} {...fill} />
      <text className={`${styles.change ?? ''} ${ink ?? ''}`} x={x} y={labelY} textAnchor="middle">
        {percent(change)}
      </text>
    </>
  );
}
