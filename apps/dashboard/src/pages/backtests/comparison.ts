import { HEADLINE, METRICS, METRIC_NAMES, TRADING, TRADING_NAMES, figureText } from './metric-meanings';
import type { RunResult, Values } from './result';
import type { MetricName } from './run';

/** A figure of two runs, with the difference of the second from the first. */
export interface ComparedFigure {
  readonly name: string;
  readonly means: string;
  readonly a: string;
  readonly b: string;
  readonly difference: number | null;
  readonly differenceText: string;
}

/** After costs: the headline figures first. */
export function comparedFigures(a: RunResult, b: RunResult): readonly ComparedFigure[] {
  const [of, against] = [a.performance, b.performance];
  const names: readonly MetricName[] = [...HEADLINE, ...METRIC_NAMES.filter((name) => !HEADLINE.includes(name))];
  return [
    ...names.map((name) => compared(METRICS[name], of?.net.metrics[name], against?.net.metrics[name])),
    ...TRADING_NAMES.map((name) => compared(TRADING[name], of?.trading[name], against?.trading[name])),
  ];
}

function compared(
  { name, means, unit }: (typeof METRICS)[MetricName],
  a: number | null | undefined,
  b: number | null | undefined,
): ComparedFigure {
  const difference = a === null || a === undefined || b === null || b === undefined ? null : b - a;
  const points = unit === 'change' || unit === 'share';
  const text = figureText(difference, unit === 'share' ? 'change' : unit);
  const differenceText = points ? text.replace('%', '\u00a0pp') : withPlus(difference, text);
  return { name, means, a: figureText(a, unit), b: figureText(b, unit), difference, differenceText };
}

function withPlus(difference: number | null, text: string): string {
  return difference !== null && difference > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A setting or parameter of two runs; null where one has none of the name. */
export interface ComparedValue {
  readonly name: string;
  readonly a: string | null;
  readonly b: string | null;
  readonly differs: boolean;
}

/** What the runs follow from, those that differ first. */
export function comparedValues(a: RunResult, b: RunResult): readonly ComparedValue[] {
  const [of, against] = [valuesOf(a), valuesOf(b)];
  const rows = [...new Set([...of.keys(), ...against.keys()])].map((name) => {
    const [left, right] = [of.get(name) ?? null, against.get(name) ?? null];
    return { name, a: left, b: right, differs: left !== right };
  });
  return [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)];
}

function valuesOf({ manifest }: RunResult): ReadonlyMap<string, string> {
  const { strategy, codeHash, params, settings, position, factsHash } = manifest;
  const told = flat({ strategy, code: codeHash, ...params, position, facts: factsHash, ...settings });
  return new Map(told.map(({ name, text }) => [name, text]));
}

/** Values by their names, those that lie deeper as costs.slippageRate; long lists by their length. */
export function flat(values: Values, before = ''): readonly { readonly name: string; readonly text: string }[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const name = `${before}${key}`;
    if (Array.isArray(value)) return [{ name, text: listText(value) }];
    if (typeof value === 'object' && value !== null) return flat(value as Values, `${name}.`);
    return [{ name, text: String(value) }];
  });
}

const MOST_LISTED = 5;

function listText(values: readonly unknown[]): string {
  const more = values.length > MOST_LISTED ? ` and ${values.length - MOST_LISTED} more` : '';
  return `${values.slice(0, MOST_LISTED).join(', ')}${more}`;
}
