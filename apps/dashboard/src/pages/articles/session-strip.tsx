import { percent } from '../../words/numbers';
import { plural } from '../../words/numbers';
import { shortDay } from '../../words/times';
import type { Evidence } from './article';
import styles from './articles.module.css';
import { type CloseRow, closeRows, movesAroundDayZero } from './closes';

interface Props {
  readonly evidence: Evidence;
  /** Of a claim that counts sessions: each of them is on record then. */
  readonly hasLength: boolean;
}

/** The sessions of a streak, those before day 0 apart from those that could react. */
export function SessionStrip({ evidence, hasLength }: Props) {
  const moves = hasLength ? movesAroundDayZero(closeRows(evidence)) : null;
  if (moves === null) return null;
  const { before, from } = moves;
  return (
    <div className={styles.strip}>
      {before.length > 0 && <Sessions rows={before} name={`${plural(before.length, 'session')} before day 0`} />}
      {from.length > 0 && <Sessions rows={from} name={`${plural(from.length, 'session')} from day 0 on`} isAfter />}
    </div>
  );
}

interface SessionsProps {
  readonly rows: readonly CloseRow[];
  readonly name: string;
  readonly isAfter?: boolean;
}

function Sessions({ rows, name, isAfter = false }: SessionsProps) {
  return (
    <div className={isAfter ? styles.from : styles.before}>
      <p>{name}</p>
      <ol aria-label={name}>
        {rows.map(({ session, change, side }) => (
          <li key={session} className={(change ?? 0) < 0 ? 'falls' : 'rises'}>
            <span aria-hidden="true">{(change ?? 0) < 0 ? '▼' : '▲'}</span>
            <span className={styles.date}>
              {shortDay(session)}
              {side === 'dayZero' && ', day 0'}
            </span>
            <span className="visually-hidden">: {percent(change)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
