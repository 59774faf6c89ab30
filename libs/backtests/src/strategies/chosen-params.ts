import type { Params } from '@streakline/backtest';
import { RunError } from '../run-error';
import type { StrategyCode } from './strategy-code';

/**
 * All parameters of a run: those given, and the strategy's defaults for the rest, in the order of its definition.
 *
 * @throws RunError `badParams` for one that the strategy has not, or of another type than its default
 */
export function chosenParams({ name, params }: Pick<StrategyCode, 'name' | 'params'>, given: Params = {}): Params {
  for (const [key, value] of Object.entries(given)) {
    const byDefault = Object.hasOwn(params, key) ? params[key] : undefined;
    if (byDefault === undefined) throw new RunError('badParams', unknownParam(name, key, params));
    if (typeof value !== typeof byDefault || (typeof value === 'number' && !Number.isFinite(value))) {
      throw new RunError(
        'badParams',
        `${name}: ${key} is ${JSON.stringify(value)}: give a ${typeof byDefault}, such as ${String(byDefault)}`,
      );
    }
  }
  return { ...params, ...given };
}

/**
 * Parameters from texts, each read as its default's type.
 *
 * @throws RunError `badParams`
 * @example
 * paramsFromText(code, { hold: '5', short: 'true' }); // { hold: 5, short: true }
 */
export function paramsFromText(
  code: Pick<StrategyCode, 'name' | 'params'>,
  texts: Readonly<Record<string, string>>,
): Params {
  const read = Object.entries(texts).map(([key, text]) => {
    const byDefault = Object.hasOwn(code.params, key) ? code.params[key] : undefined;
    if (typeof byDefault === 'number' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return [key, Number(text)];
    if (typeof byDefault === 'boolean' && /^(true|false)$/.test(text)) return [key, text === 'true'];
    return [key, text] as const;
  });
  return chosenParams(code, Object.fromEntries(read) as Params);
}

function unknownParam(name: string, key: string, params: Params): string {
  const names = Object.keys(params);
  const has = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
  return `${name} has no parameter ${key}: ${has}`;
}
