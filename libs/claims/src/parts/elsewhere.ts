import type { Claim } from '@streakline/events';
import { inWords } from '../figures/in-words';
import { admits, toleranceOf } from '../figures/tolerance';
import type { SpanEnds } from '../spans/span-reading';
import type { Stage } from '../stage/stage';
import { periodOf } from '../streaks/streaks-of';
import type { Elsewhere } from '../verdict/verdict';

type Change = NonNullable<Claim['change']>;

/**
 * Where a day's move in percent that its close does not bear out is found after all: an extreme told as the close, a week
 * told as a day, a neighbouring day, somebody else's move. It explains, and excuses nothing.
 */
export function elsewhere(stage: Stage, claim: Claim, change: Change, span: SpanEnds): Elsewhere | undefined {
  const isDayMove = change.of === 'price' && change.unit === 'fraction' && span.last === span.base + 1 && !span.within;
  if (!isDayMove || claim.direction === undefined) return undefined;
  const sign = claim.direction === 'down' ? -1 : 1;
  const tolerance = toleranceOf(change.figure);
  return candidates(stage, span.last).find(({ value }) => admits(tolerance, sign * value));
}

function candidates(stage: Stage, last: number): readonly Elsewhere[] {
  const { known } = stage;
  const { value, splitFactor, low, high, open } = known;
  const against = (base: number, price: number) => (price * splitFactor[last]!) / value[base]! - 1;
  const closeMove = (base: number, place: number) => value[place]! / value[base]! - 1;
  const session = stage.session(last);
  const found: Elsewhere[] = [
    { as: 'low', session, value: against(last - 1, low[last]!) },
    { as: 'high', session, value: against(last - 1, high[last]!) },
    { as: 'open', session, value: against(last - 1, open[last]!) },
  ];
  const [weekBase, weekEnd] = weekAround(stage, last);
  if (weekBase >= 0) found.push({ as: 'week', session: stage.session(weekEnd), value: closeMove(weekBase, weekEnd) });
  if (last >= 2)
    found.push({ as: 'sessionBefore', session: stage.session(last - 1), value: closeMove(last - 2, last - 1) });
  if (last < stage.lastClosed) {
    found.push({ as: 'sessionAfter', session: stage.session(last + 1), value: closeMove(last, last + 1) });
  }
  found.push(...movesOfOthers(stage, session));
  return found.filter((one) => Number.isFinite(one.value));
}

/** What the others of the article did on a session. */
function movesOfOthers({ judging }: Stage, session: string): readonly Elsewhere[] {
  return (judging.others ?? []).flatMap(({ name, known: { sessions, value } }): readonly Elsewhere[] => {
    const place = sessions.indexOf(session);
    return place < 1
      ? []
      : [{ as: 'otherInstrument', session, value: value[place]! / value[place - 1]! - 1, instrument: name }];
  });
}

/** The bar before a week, and its last one that had closed when the article appeared. */
function weekAround(stage: Stage, place: number): readonly [base: number, end: number] {
  const week = periodOf(stage.session(place), 'week');
  let base = place - 1;
  while (base >= 0 && periodOf(stage.session(base), 'week') === week) base--;
  let end = place;
  while (end < stage.lastClosed && periodOf(stage.session(end + 1), 'week') === week) end++;
  return [base, end];
}

const WORDS: Readonly<Record<Elsewhere['as'], (session: string, instrument: string) => string>> = {
  low: (session) => `was the low of ${session}, not its close`,
  high: (session) => `was the high of ${session}, not its close`,
  open: (session) => `was the open of ${session}, not its close`,
  week: (session) => `is what the week up to ${session} gave, not the day`,
  sessionBefore: (session) => `is what ${session} gave, the session before`,
  sessionAfter: (session) => `is what ${session} gave, the session after`,
  otherInstrument: (session, instrument) => `is what ${instrument} gave on ${session}`,
};

export function elsewhereInWords({ as, session, value, instrument = 'another' }: Elsewhere): string {
  return `A move of ${inWords(value, 'fraction')} ${WORDS[as](session, instrument)}.`;
}
