import { exchange } from '@streakline/market-time';
import type { ReturnSeries } from '../src';

/** Twenty-four sessions whose figures numpy and scipy computed, typed in where they are expected. */
export const aSeries: ReturnSeries = {
  dates: exchange('XNYS').sessions('2026-01-02', '2026-02-05'),
  returns: [
    0.012, -0.008, 0.004, -0.021, 0.017, 0.003, -0.005, 0.009, -0.014, 0.006, 0.022, -0.003, 0.001, -0.009, 0.015,
    -0.027, 0.008, 0.011, -0.002, 0.005, 0.0, -0.006, 0.013, 0.002,
  ],
  benchmark: [
    0.008, -0.006, 0.005, -0.015, 0.01, 0.001, -0.004, 0.007, -0.009, 0.002, 0.015, -0.001, 0.003, -0.011, 0.009,
    -0.018, 0.004, 0.01, 0.001, 0.002, -0.001, -0.003, 0.007, 0.004,
  ],
};
