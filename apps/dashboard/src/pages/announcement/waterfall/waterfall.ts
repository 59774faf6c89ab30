import type { Reaction, ReactionDay } from '../answers';
import { dayNumber } from '../../../words/times';
import { kindOfRun, runFromDay0 } from '../trace/run-words';

/** How market cap went from one close to another: before + price + shares = after. In units of the currency. */
export interface Waterfall {
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly price: number;
  readonly shares: number;
  readonly after: number;
  /** Market cap at the base close, where the span begins before it. */
  readonly atBase: number | null;
}

/** A span that can be chosen: to a day from day 0 on (`day`), or a whole run (`run`). */
export interface Span {
  readonly value: string;
  readonly name: string;
  readonly day: number | null;
}

type Runs = Pick<Reaction, 'streak' | 'begun' | 'relation'>;

/** The spans of a reaction: day 0, day 5, the end of its run; of a run that it extended, also the whole of it. */
export function spansOf(reaction: Runs, days: readonly ReactionDay[]): readonly Span[] {
  const run = runFromDay0(reaction);
  const end = run === null ? null : (days.find(({ session }) => session === run.end)?.day ?? null);
  const kind = run === null ? '' : kindOfRun(run);
  const numbers = [...new Set([0, 5, ...(end === null ? [] : [end])])].sort((a, b) => a - b);
  const reached = numbers.filter((number) => days.some(({ day, close }) => day === number && close !== null));
  const single = reached.map((number): Span => {
    const isEnd = number === end && number !== 0;
    const name = `Day ${dayNumber(number)}${isEnd ? `, ${run?.inForce === true ? 'last close' : 'end'} of the ${kind}` : ''}`;
    return { value: String(number), name, day: number };
  });
  const { streak } = reaction;
  if (reaction.relation !== 'extended' || streak === null) return single;
  return [{ value: 'run', name: `The whole ${kindOfRun(streak)}`, day: null }, ...single];
}

/** The parts of a span, as the API gives them; null where market cap is not known at both ends of it. */
export function waterfallOf(reaction: Runs, days: readonly ReactionDay[], span: Span): Waterfall | null {
  return span.day === null ? wholeRun(reaction, days) : sinceBase(days, span.day);
}

function sinceBase(days: readonly ReactionDay[], number: number): Waterfall | null {
  const base = days.find(({ day }) => day === -1);
  const last = days.find(({ day }) => day === number);
  const parts = last?.sinceBase;
  if (base === undefined || last === undefined || parts === null || parts === undefined) return null;
  return assembled({ first: base, last, ...parts, atBase: null });
}

function wholeRun({ streak }: Runs, days: readonly ReactionDay[]): Waterfall | null {
  if (streak === null) return null;
  const first = days.findLast(({ session, close }) => session < streak.start && close !== null);
  const last = days.find(({ session }) => session === streak.end);
  const atBase = days.find(({ day }) => day === -1)?.marketCap ?? null;
  if (first === undefined || last === undefined) return null;
  return assembled({ first, last, ...streak, atBase });
}

interface Ends {
  readonly first: ReactionDay;
  readonly last: ReactionDay;
  readonly priceEffect: number | null;
  readonly shareCountEffect: number | null;
  readonly atBase: number | null;
}

function assembled({ first, last, priceEffect, shareCountEffect, atBase }: Ends): Waterfall | null {
  const [before, after] = [first.marketCap, last.marketCap];
  if (before === null || after === null || priceEffect === null || shareCountEffect === null) return null;
  const span = { from: first.session, to: last.session };
  return { ...span, before, price: priceEffect, shares: shareCountEffect, after, atBase };
}
