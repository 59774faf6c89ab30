import styles from './chart-view.module.css';

interface Props {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** How long a streak has to be to be shown: the same for the chart and the table. */
export function StreakLength({ value, onChange }: Props) {
  const lengths = LENGTHS.includes(value) ? LENGTHS : [...LENGTHS, value];
  return (
    <label>
      Streaks from{' '}
      <select
        className={styles.least}
        aria-label="Least length of streaks, in sessions"
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      >
        {lengths.map((length) => (
          <option key={length} value={length}>
            {length}
          </option>
        ))}
      </select>{' '}
      sessions
    </label>
  );
}
