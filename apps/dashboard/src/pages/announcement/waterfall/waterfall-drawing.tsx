import { type RefObject, useMemo } from 'react';
import { shortDay } from '../../../words/times';
import { useWidth } from '../trace/use-width';
import type { Waterfall } from './waterfall';
import { layOutWaterfall, type WaterfallBar, type WaterfallLayout } from './waterfall-layout';
import { amountOf, effectOf } from './waterfall-words';
import styles from './waterfall.module.css';

interface Props {
  readonly waterfall: Waterfall;
  readonly currency: string;
  readonly label: string;
  readonly drawing: RefObject<SVGSVGElement | null>;
}

export function WaterfallDrawing({ waterfall, currency, label, drawing }: Props) {
  const [ref, room] = useWidth();
  const layout = useMemo(() => layOutWaterfall(waterfall, room), [waterfall, room]);
  const { width, height } = layout;
  return (
    <div ref={ref} className={styles.place}>
      {room > 0 && (
        <svg
          ref={drawing}
          className={styles.waterfall}
          role="img"
          aria-label={label}
          {...{ width, height }}
          viewBox={`0 0 ${width} ${height}`}
        >
          <line className={styles.axis} x1="0" x2={width} y1={layout.bottom} y2={layout.bottom} />
          {layout.links.map(({ left, right, y }) => (
            <line key={left} className={styles.link} x1={left} x2={right} y1={y} y2={y} />
          ))}
          {layout.bars.map((bar) => (
            <Bar key={bar.key} {...{ bar, layout, waterfall, currency }} />
          ))}
          <AtBase {...{ layout, waterfall, currency }} />
          {layout.floor > 0 && (
            <text className={styles.soft} x="0" y={layout.height - 4}>
              ≈ the axis begins at {amountOf(waterfall, layout.floor, currency)}
            </text>
          )}
        </svg>
      )}
    </div>
  );
}

interface BarProps {
  readonly bar: WaterfallBar;
  readonly layout: WaterfallLayout;
  readonly waterfall: Waterfall;
  readonly currency: string;
}

function Bar({ bar, layout, waterfall, currency }: BarProps) {
  const { key, kind, value, x, left, width, top, height, labelY } = bar;
  const isLevel = kind === 'level';
  const look = isLevel ? styles.level : value < 0 ? styles.falls : styles.rises;
  const ink = isLevel ? styles.figure : value < 0 ? styles.fallsInk : styles.risesInk;
  const shape = isLevel || value === 0 ? '' : value < 0 ? '▼ ' : '▲ ';
  const [name, date] = namesOf(waterfall)[key];
  return (
    <g>
      <rect className={look} x={left} y={top} width={width} height={height} />
      {isLevel && layout.floor > 0 && <path className={styles.break} d={breakAt(left, width, layout.bottom - 14)} />}
      <text className={ink} x={x} y={labelY} textAnchor="middle">
        {shape + (isLevel ? amountOf(waterfall, value, currency) : effectOf(waterfall, value, currency))}
      </text>
      <text className={styles.name} x={x} y={layout.bottom + 18} textAnchor="middle">
        {name}
      </text>
      <text className={styles.soft} x={x} y={layout.bottom + 34} textAnchor="middle">
        {date}
      </text>
    </g>
  );
}

function namesOf({ from, to }: Waterfall): Readonly<Record<WaterfallBar['key'], readonly [string, string]>> {
  return {
    before: ['Before', shortDay(from)],
    price: ['Price', ''],
    shares: ['Share count', ''],
    after: ['After', shortDay(to)],
  };
}

/** Two waves across a bar that does not begin at zero. */
function breakAt(left: number, width: number, y: number): string {
  const quarter = (width + 8) / 4;
  const wave = (at: number) =>
    `M${left - 4} ${at}q${quarter / 2} -6 ${quarter} 0t${quarter} 0t${quarter} 0t${quarter} 0`;
  return wave(y) + wave(y + 5);
}

/** Where market cap stood when it was announced. */
function AtBase({ layout, waterfall, currency }: Omit<BarProps, 'bar'>) {
  if (layout.baseY === null || waterfall.atBase === null) return null;
  const [first, last] = [layout.bars[1]!, layout.bars[3]!];
  return (
    <g>
      <line
        className={styles.mark}
        x1={first.left - 10}
        x2={last.left + last.width}
        y1={layout.baseY}
        y2={layout.baseY}
      />
      <text className={styles.markWords} x={last.left + last.width} y={layout.baseY - 6} textAnchor="end">
        {amountOf(waterfall, waterfall.atBase, currency)} when announced
      </text>
    </g>
  );
}
