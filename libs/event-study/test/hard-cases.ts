import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPanel, complete, type ModelName, type Panel, type WindowDays } from '../src/index';

/**
 * Six tiny studies at the edge of what can be computed, each with its answers in the reference form. They come from
 * another program, written in Python from the papers' formulas with numpy and scipy.
 */
interface HardCase {
  readonly name: string;
  readonly model: ModelName;
  readonly market: readonly (number | null)[];
  /** Returns of each firm; event i is of firm i modulo their number. */
  readonly firms: readonly (readonly (number | null)[])[];
  readonly day0: readonly number[];
  readonly expected: unknown;
}

const FILE = JSON.parse(readFileSync(join(__dirname, 'hard-cases.json'), 'utf8')) as {
  readonly estimation: WindowDays;
  readonly event: WindowDays;
  readonly cases: readonly HardCase[];
};

export const hardCases = FILE.cases;

export function hardPanel({ model, market, firms, day0 }: HardCase): Panel {
  const factors = [numbers(market)];
  const days = Int32Array.from(market.keys());
  const series = firms.map((returns) => ({ days, returns: numbers(returns), factors }));
  const events = day0.map((row, i) => {
    const firm = i % firms.length;
    return { id: String(i + 1), firm: `H${firm}`, group: null, series: series[firm]!, day0: row, omittedDays: [] };
  });
  const { estimation, event } = FILE;
  return complete(buildPanel(events, { model, estimation, event, windows: [event] }));
}

function numbers(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}
