import { BacktestError } from '../strategy/errors';
import type { Params } from '../strategy/params';
import type { Strategy } from '../strategy/strategy';

/**
 * A strategy's defaults with those that a run sets otherwise.
 *
 * @throws BacktestError `badParams`
 */
export function resolveParams(strategy: Strategy, given: Params = {}): Params {
  const defaults: Params = strategy.params ?? {};
  for (const [name, value] of Object.entries(given)) {
    const expected = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
    if (expected === undefined) {
      const names = Object.keys(defaults).join(', ') || 'none';
      throw new BacktestError('badParams', `${strategy.name} has no parameter ${name}; it has: ${names}.`);
    }
    if (typeof value !== typeof expected || (typeof value === 'number' && !Number.isFinite(value))) {
      throw new BacktestError(
        'badParams',
        `Parameter ${name} of ${strategy.name} must be a ${typeof expected}, as its default ${String(expected)}.`,
      );
    }
  }
  return Object.freeze({ ...defaults, ...given });
}
