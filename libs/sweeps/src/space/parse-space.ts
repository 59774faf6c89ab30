import type { Params } from '@streakline/backtest';
import { SweepError } from '../sweep-error';
import type { ParamRange, ParamValue, SearchSpace } from './search-space';

/**
 * Reads a search space as it is typed: `hold=5,10,20` for the grid, `threshold=0.01..0.1` or `cap=1e6..1e9:log` for ranges,
 * each value of the type that the strategy's default has. A range whose default and bounds are whole draws whole numbers.
 *
 * @throws SweepError `unknownParam`, `badSpace`
 */
export function parseSpace(defaults: Params, grid: readonly string[], random: readonly string[]): SearchSpace {
  const gridOf: Record<string, readonly ParamValue[]> = {};
  const rangesOf: Record<string, ParamRange> = {};
  for (const text of grid) {
    const { name, values } = split(text, defaults, 'hold=5,10,20');
    once(name, gridOf, rangesOf);
    gridOf[name] = distinct(
      name,
      values.split(',').map((value) => valueOf(name, value.trim(), defaults[name]!)),
    );
  }
  for (const text of random) {
    const { name, values } = split(text, defaults, 'threshold=0.01..0.1');
    once(name, gridOf, rangesOf);
    rangesOf[name] = rangeOf(name, values, defaults[name]!);
  }
  return { grid: gridOf, random: rangesOf };
}

function split(text: string, defaults: Params, example: string): { name: string; values: string } {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(at, 0)).trim();
  const values = text.slice(at + 1).trim();
  if (at === -1 || name === '' || values === '') {
    throw new SweepError('badSpace', `"${text}" is no parameter with values: write it as ${example}.`);
  }
  if (!Object.hasOwn(defaults, name)) {
    const known = Object.keys(defaults);
    const has = known.length === 0 ? 'It has none.' : `It has ${known.join(', ')}.`;
    throw new SweepError('unknownParam', `The strategy has no parameter "${name}". ${has}`);
  }
  return { name, values };
}

function once(name: string, ...taken: readonly object[]): void {
  if (taken.some((one) => Object.hasOwn(one, name))) {
    throw new SweepError('badSpace', `The parameter "${name}" is given twice: give it all its values at once.`);
  }
}

function valueOf(name: string, text: string, standard: ParamValue): ParamValue {
  if (typeof standard === 'string') return text;
  if (typeof standard === 'boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw new SweepError('badSpace', `"${text}" is no value of ${name}: write true or false.`);
  }
  return numberOf(name, text);
}

function numberOf(name: string, text: string): number {
  const value = text === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new SweepError('badSpace', `"${text}" is no value of ${name}: write a number, such as 5 or 0.01.`);
}

function rangeOf(name: string, text: string, standard: ParamValue): ParamRange {
  if (typeof standard !== 'number') {
    throw new SweepError('badSpace', `${name} is no number: give its values one by one, as ${name}=a,b in the grid.`);
  }
  const [bounds = '', scale = 'linear'] = text.split(':');
  const [low, high, ...more] = bounds.split('..');
  if (low === undefined || high === undefined || more.length > 0 || (scale !== 'linear' && scale !== 'log')) {
    throw new SweepError('badSpace', `"${text}" is no range of ${name}: write it as ${name}=0.01..0.1, or with :log.`);
  }
  const [from, to] = [numberOf(name, low), numberOf(name, high)];
  if (!(from < to)) {
    throw new SweepError('badSpace', `The range ${text} of ${name} is empty: the first bound must be the smaller one.`);
  }
  if (scale === 'log' && from <= 0) {
    throw new SweepError('badSpace', `The range ${text} of ${name} has no logarithm: bounds of :log must be above 0.`);
  }
  return { from, to, scale, whole: [from, to, standard].every(Number.isInteger) };
}

function distinct(name: string, values: readonly ParamValue[]): readonly ParamValue[] {
  if (new Set(values).size === values.length) return values;
  throw new SweepError('badSpace', `${name} has the same value twice: ${values.join(', ')}.`);
}
