import type { Reacted } from '../words';

const MOST = 12;
const STEP = 9;

type Streak = NonNullable<Reacted['streak']>;

/** The run in small: a triangle for each session, hollow before day 0 and full from it on. The words beside it say the same. */
export function StreakShape({ row: { streak, begun } }: { readonly row: Reacted }) {
  if (streak === null) return null;
  const marks = [...marksOf(streak), ...(begun === null ? [] : marksOf(begun))];
  const shown = aroundDay0(marks);
  return (
    <svg aria-hidden="true" width={shown.length * STEP} height="10" viewBox={`0 0 ${shown.length * STEP} 10`}>
      {shown.map(({ falls, before }, i) => (
        <path
          key={i}
          d={falls ? 'M1 2h7l-3.5 6z' : 'M1 8h7l-3.5 -6z'}
          transform={`translate(${i * STEP} 0)`}
          className={falls ? 'falls' : 'rises'}
          fill={before ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth="1"
        />
      ))}
    </svg>
  );
}

interface Mark {
  readonly falls: boolean;
  readonly before: boolean;
}

function marksOf({ direction, lengthAtBase, lengthFromDay0 }: Streak): readonly Mark[] {
  const falls = direction === 'falling';
  return [
    ...Array.from({ length: lengthAtBase }, () => ({ falls, before: true })),
    ...Array.from({ length: lengthFromDay0 }, () => ({ falls, before: false })),
  ];
}

/** Of a long run the sessions about day 0. */
function aroundDay0(marks: readonly Mark[]): readonly Mark[] {
  const before = marks.filter((mark) => mark.before).length;
  const first = Math.max(0, Math.min(before - MOST / 2, marks.length - MOST));
  return marks.slice(first, first + MOST);
}
