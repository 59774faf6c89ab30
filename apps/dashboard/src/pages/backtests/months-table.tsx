import { percent } from '../../words/numbers';
import styles from './backtests.module.css';
import { MONTHS, heatOf, largestMove, yearRows } from './months';
import type { Performance } from './run';

/** A year a row: each month's return as a figure with its sign, and as a colour by its size. */
export function MonthsTable({ performance: { months, years } }: { readonly performance: Performance }) {
  const largest = largestMove(months);
  const caption = 'Returns by month and year';
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.months}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
            <th scope="col">Whole year</th>
          </tr>
        </thead>
        <tbody>
          {yearRows(months, years).map(({ year, months: row, whole }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {row.map((value, at) => (
                <td key={MONTHS[at]} style={value === null ? undefined : { background: colourOf(value, largest) }}>
                  {value === null ? '' : percent(value, 1)}
                </td>
              ))}
              <td>{percent(whole, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Never so strong that the figure could not be read on it. */
const STRONGEST = 45;

function colourOf(value: number, largest: number): string {
  const strength = Math.round(heatOf(value, largest) * STRONGEST);
  return `color-mix(in srgb, var(--${value < 0 ? 'fall' : 'rise'}) ${strength}%, var(--card))`;
}
