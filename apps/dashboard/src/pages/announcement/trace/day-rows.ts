import type { ReactionDay } from '../answers';

export type Way = 'daily' | 'cumulative';

/** A row of the reaction table, day by day or cumulated. Fractions; money in units of the currency. */
export interface DayRow {
  readonly day: number;
  readonly session: string;
  readonly close: number | null;
  readonly return: number | null;
  readonly benchmarkReturn: number | null;
  readonly abnormalReturn: number | null;
  readonly tStatistic: number | null;
  readonly marketCapChange: number | null;
}

const FIRST = -1;
const LAST = 5;
/** The days of the table; cumulative figures run from the close before the first. */
export const TABLE_DAYS = { from: FIRST, to: LAST } as const;

/** The rows of day -1 to day 5. `days` holds the session before them too, for the market cap that the first one moved from. */
export function rowsOf(way: Way, days: readonly ReactionDay[], cumulated: readonly ReactionDay[]): readonly DayRow[] {
  const caps = new Map(days.map(({ day, marketCap }) => [day, marketCap]));
  return cumulated.map((row): DayRow => {
    const { day, session, close } = row;
    const from = way === 'daily' ? day - 1 : FIRST - 1;
    const marketCapChange = difference(caps.get(day), caps.get(from));
    return { day, session, close, marketCapChange, ...(way === 'daily' ? daily(row) : cumulative(row)) };
  });
}

type Figures = Pick<DayRow, 'return' | 'benchmarkReturn' | 'abnormalReturn' | 'tStatistic'>;

function daily({ return: change, benchmarkReturn, abnormalReturn, standardError }: ReactionDay): Figures {
  return { return: change, benchmarkReturn, abnormalReturn, tStatistic: ratio(abnormalReturn, standardError) };
}

function cumulative(row: ReactionDay): Figures {
  return {
    return: row.cumulativeReturn,
    benchmarkReturn: row.cumulativeBenchmarkReturn,
    abnormalReturn: row.cumulativeAbnormalReturn,
    tStatistic: ratio(row.cumulativeAbnormalReturn, row.cumulativeStandardError),
  };
}

function ratio(value: number | null, error: number | null): number | null {
  return value === null || error === null || error === 0 ? null : value / error;
}

function difference(to: number | null | undefined, from: number | null | undefined): number | null {
  return to === null || to === undefined || from === null || from === undefined ? null : to - from;
}
