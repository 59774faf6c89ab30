import type { StripBracket } from './strip-layout';
import { figuresOf, hasWhole, headOf } from './strip-words';
import styles from './strip.module.css';

/** What the parts of the run came to, below their sessions. */
export function Brackets({
  brackets,
  currency,
}: {
  readonly brackets: readonly StripBracket[];
  readonly currency: string;
}) {
  const isParted = hasWhole(brackets);
  return brackets.map((bracket) => <Bracket key={bracket.part} {...{ bracket, currency, isParted }} />);
}

interface Props {
  readonly bracket: StripBracket;
  readonly currency: string;
  readonly isParted: boolean;
}

function Bracket({ bracket, currency, isParted }: Props) {
  const { left, right, y, wordsX, anchor, part } = bracket;
  // A run that goes on has no right end.
  const path = `M${left} ${y - 6}V${y}H${right}${bracket.inForce ? '' : `V${y - 6}`}`;
  return (
    <g>
      <path className={part === 'before' ? styles.bracketBefore : styles.bracket} d={path} />
      <text className={styles.bracketHead} x={wordsX} y={y + 19} textAnchor={anchor}>
        {headOf(bracket, isParted)}
      </text>
      <text className={styles.bracketFigures} x={wordsX} y={y + 37} textAnchor={anchor}>
        {figuresOf(bracket, currency)}
      </text>
    </g>
  );
}
