import { StrategyError } from './errors';
import { HANDLERS } from './handlers';
import type { AnnouncementEvent, Context, FillEvent, ReactionEvent, RunEvent, SessionEvent } from './context';
import type { Params } from './params';

type Handler<P extends Params, State, Event> = (context: Context<P, State>, event: Event) => void;

/**
 * A strategy: what is done when something becomes known. At one instant: announcements, then (at a close) sessions, runs,
 * reactions, and each after the fills that came before. Handlers are synchronous; there is no clock and no chance but the
 * context's own.
 */
export interface StrategyDefinition<P extends Params, State> {
  /** One word, in kebab-case: what runs and trials are filed under. */
  readonly name: string;
  readonly description?: string;
  /** Defaults; a run may set others of the same type. */
  readonly params?: P;
  /** A fresh state for each run. */
  readonly state?: () => State;
  readonly onStart?: (context: Context<P, State>) => void;
  readonly onAnnouncement?: Handler<P, State, AnnouncementEvent>;
  readonly onSession?: Handler<P, State, SessionEvent>;
  readonly onRun?: Handler<P, State, RunEvent>;
  readonly onReaction?: Handler<P, State, ReactionEvent>;
  readonly onFill?: Handler<P, State, FillEvent>;
}

/** A strategy with its types forgotten: what the engine runs. */
export type Strategy = StrategyDefinition<Params, unknown>;

type Widened<P> = { readonly [K in keyof P]: P[K] extends number ? number : P[K] extends boolean ? boolean : string };

/**
 * Defines a strategy, typed by its defaults: the default export of a file of its own.
 *
 * @throws StrategyError `badDefinition`
 * @example
 * export default defineStrategy({
 *   name: 'buy-and-hold',
 *   params: { weight: 1 },
 *   onSession({ params, portfolio, instruments, order }) { ... },
 * });
 */
export function defineStrategy<const P extends Params = Params, State = undefined>(
  definition: StrategyDefinition<Widened<P>, State> & { readonly params?: P },
): Strategy {
  const strategy = Object.freeze({ ...definition, params: Object.freeze({ ...definition.params }) });
  checkDefinition(strategy);
  return strategy as unknown as Strategy;
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const HANDLER = /^on[A-Z]/;

function checkDefinition(definition: Readonly<Record<string, unknown>> & { readonly params: Params }): void {
  const { name, params } = definition;
  if (typeof name !== 'string' || !NAME.test(name)) {
    throw bad(
      `The name of a strategy is one word in kebab-case, such as earnings-drift; this one says ${String(name)}.`,
    );
  }
  for (const [member, value] of Object.entries(definition)) {
    if (!HANDLER.test(member) || value === undefined) continue;
    if (!(HANDLERS as readonly string[]).includes(member)) {
      throw bad(`${name} defines ${member}, which nothing calls. There are ${HANDLERS.join(', ')}.`);
    }
    if (typeof value !== 'function') throw bad(`${member} of ${name} must be a function.`);
  }
  for (const [param, value] of Object.entries(params)) {
    const isPlain = typeof value === 'boolean' || typeof value === 'string' || Number.isFinite(value);
    if (!isPlain) throw bad(`Parameter ${param} of ${name} needs a default that is a number, a boolean or a string.`);
  }
}

function bad(message: string): StrategyError {
  return new StrategyError('badDefinition', message);
}
