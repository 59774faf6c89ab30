import { percent, price } from '../../../words/numbers';
import { shortDay } from '../../../words/times';
import { hatchOf } from './hatches';
import { BRACKET_LINE, type RowsBracket, type RowsLayout, type StripRow } from './strip-rows-layout';
import { bracketLines, figuresOf, headOf } from './strip-words';
import styles from './strip.module.css';

interface Props {
  readonly layout: RowsLayout;
  readonly announced: string;
  readonly currency: string;
  /** Id of the hatching. */
  readonly hatch: string;
}

/** Below each other: a row a session, time runs down. */
export function StripRows({ layout, announced, currency, hatch }: Props) {
  const { rows, brackets, whole, markY, width, height } = layout;
  return (
    <>
      {markY !== null && (
        <g>
          <line className={styles.mark} x1={0} x2={width} y1={markY} y2={markY} />
          <text className={styles.announced} x={0} y={markY - 7}>
            {announced}
          </text>
        </g>
      )}
      {rows.map((row) => (
        <Row key={row.session} row={row} hatch={hatch} />
      ))}
      {brackets.map((bracket) => (
        <Bracket key={bracket.part} bracket={bracket} lines={bracketLines(bracket, whole !== null, currency)} />
      ))}
      {whole !== null && (
        <text className={styles.bracketHead} x={width / 2} y={height - 24} textAnchor="middle">
          {headOf(whole, true)}
          <tspan className={styles.bracketFigures} x={width / 2} dy="18">
            {figuresOf(whole, currency)}
          </tspan>
        </text>
      )}
    </>
  );
}

function Row({ row, hatch }: { readonly row: StripRow; readonly hatch: string }) {
  const { y, x, step, label, part, session, close, return: change } = row;
  const way = (change ?? 0) < 0 ? 'falls' : 'rises';
  const ink = { from: styles[`${way}Ink`], before: styles.ink, context: styles.softInk }[part];
  const fill = part === 'before' ? { fill: hatchOf(hatch, change) } : {};
  return (
    <g>
      <text className={part === 'context' ? styles.softDate : styles.date} x={0} y={y + 4}>
        {shortDay(session)}
      </text>
      <text className={styles.price} x={96} y={y + 4} textAnchor="end">
        {close === null ? 'no bar' : price(close)}
      </text>
      {step !== null && (
        <rect
          className={part === 'from' ? styles[way] : styles[part]}
          x={step.left}
          y={y - 9}
          width={step.width}
          height={18}
          {...fill}
        />
      )}
      {x !== null && <line className={styles.close} x1={x} x2={x} y1={y - 9} y2={y + 9} />}
      {label !== null && (
        <text className={`${styles.change ?? ''} ${ink ?? ''}`} x={label.x} y={y + 4} textAnchor={label.anchor}>
          {percent(change)}
        </text>
      )}
    </g>
  );
}

function Bracket({ bracket, lines }: { readonly bracket: RowsBracket; readonly lines: readonly string[] }) {
  const { x, top, bottom, wordsY, part, inForce } = bracket;
  const path = `M${x - 6} ${top}H${x}V${bottom}${inForce ? '' : `H${x - 6}`}`;
  return (
    <g>
      <path className={part === 'before' ? styles.bracketBefore : styles.bracket} d={path} />
      {lines.map((line, i) => (
        <text
          key={line}
          className={i < lines.length - 2 ? styles.rowsHead : styles.price}
          x={x + 8}
          y={wordsY + i * BRACKET_LINE}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
