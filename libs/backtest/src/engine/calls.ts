import { toDay } from '@streakline/market-time';
import type { StrategyFailure } from '../result/result';
import type { Context } from '../strategy/context';
import { BacktestError, StrategyError } from '../strategy/errors';
import type { HandlerName } from '../strategy/handlers';
import type { Strategy } from '../strategy/strategy';
import type { HandlerCall, RunObserver } from './run-options';
import type { Stage } from './stage';

/** What a handler is called about. */
export interface Occasion {
  readonly handler: HandlerName;
  /** Place of the instrument in the market's list; -1: about no single one. */
  readonly index: number;
  /** Of the events that it is about; the first one is named where something fails. */
  readonly causes: readonly number[];
}

/** Ends the replay: the failure is told by its Calls. */
export class RunEnded extends Error {
  override readonly name = 'RunEnded';
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Calls a strategy's handlers one at a time, and remembers what the present call is about. */
export class Calls {
  failure: StrategyFailure | null = null;
  occasion: Occasion = { handler: 'onStart', index: -1, causes: [] };
  private readonly told: Mutable<HandlerCall> = {
    ...{ number: -1, handler: 'onStart', at: 0, sessionDay: -1, instrumentIndex: -1, position: -1 },
  };

  constructor(
    private readonly strategy: Strategy,
    private readonly stage: Stage,
    private readonly observer: RunObserver,
    private readonly stopBefore: number,
  ) {}

  has(handler: HandlerName): boolean {
    return this.strategy[handler] !== undefined;
  }

  /** Runs something of the strategy's own; what it throws ends the run. */
  attempt<Value>(occasion: Occasion, act: () => Value): Value {
    this.occasion = occasion;
    this.announce(occasion);
    let value: Value;
    try {
      value = act();
    } catch (error) {
      throw this.ended(error);
    }
    if (isPromise(value)) {
      const message = `${occasion.handler} answered a promise. Handlers are synchronous: what they do later is no part of the replay.`;
      throw this.ended(new StrategyError('asyncHandler', message));
    }
    return value;
  }

  call<Event>(context: Context, occasion: Occasion, event: Event): void {
    const handler = this.strategy[occasion.handler] as ((context: Context, event: Event) => void) | undefined;
    if (handler !== undefined) this.attempt(occasion, () => handler.call(this.strategy, context, event));
  }

  private announce({ handler, index, causes }: Occasion): void {
    const { told, stage } = this;
    told.number++;
    told.handler = handler;
    told.at = stage.now;
    told.sessionDay = stage.session === null ? -1 : toDay(stage.session);
    told.instrumentIndex = index;
    told.position = causes[0] ?? -1;
    if (told.number >= this.stopBefore) {
      const message = `${handler} did not return in time.`;
      throw this.ended(new StrategyError('timeLimit', message));
    }
    this.observer.calling?.(told);
  }

  private ended(error: unknown): RunEnded {
    const { stage, occasion } = this;
    const { handler, index, causes } = occasion;
    this.failure = {
      code: error instanceof BacktestError ? error.code : 'strategyThrew',
      message: messageOf(error),
      at: stage.now,
      session: stage.session,
      handler,
      instrument: stage.cursors[index]?.ref ?? null,
      position: causes[0] ?? null,
    };
    return new RunEnded(this.failure.message);
  }
}

function messageOf(error: unknown): string {
  if (isObject(error) && typeof error['message'] === 'string') return error['message'];
  return String(error);
}

function isPromise(value: unknown): boolean {
  return isObject(value) && typeof value['then'] === 'function';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
