import { BacktestError, HANDLERS, type Strategy, StrategyError } from '@streakline/backtest';
import type { StrategyModule } from '../strategies/strategy-code';
import { errorText } from './place-of-error';

type Handler = (this: unknown, ...handed: readonly unknown[]) => unknown;

/**
 * The strategy with its errors told in words of ours: errors of the sandbox's world are no instances of this world's, and
 * their places are those of compiled code. What is thrown has its place in the TypeScript.
 */
export function guardStrategy(strategy: Strategy, modules: readonly StrategyModule[]): Strategy {
  const handlers = strategy as unknown as Readonly<Record<string, Handler | undefined>>;
  const guarded = ['state', ...HANDLERS].flatMap((name) => {
    const handler = handlers[name];
    return typeof handler === 'function' ? [[name, guard(handler, strategy, modules)] as const] : [];
  });
  return { ...strategy, ...Object.fromEntries(guarded) };
}

function guard(handler: Handler, strategy: Strategy, modules: readonly StrategyModule[]): Handler {
  return (context, event) => {
    try {
      return handler.call(strategy, context, event);
    } catch (error) {
      const code = error instanceof BacktestError ? error.code : 'strategyThrew';
      throw new StrategyError(code, errorText(error, modules));
    }
  };
}
