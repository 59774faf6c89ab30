import { seededRandom, type SeededRandom, type StudyEvent, type WindowDays } from '@streakline/event-study';
import { fatTailed } from '@streakline/generated-market';
import type { GeneratedMarket } from './generated-market';

/** What is planted on day 0 of every event, and when the events lie. */
export interface Scenario {
  /** Added to day 0's return. */
  readonly effect: number;
  /** Whether day 0 is louder: a shock of mean zero is added that doubles the standard deviation of the instrument's own. */
  readonly loud: boolean;
  /** Whether all events share one day 0; otherwise each has its own. */
  readonly sameDay: boolean;
}

export interface Span {
  readonly estimation: WindowDays;
  readonly event: WindowDays;
}

/**
 * Events of instruments and days drawn at random from the market, in series of their own with what the scenario plants.
 * The same seed draws the same instruments and days in every scenario with the same `sameDay`.
 */
export function drawEvents(
  market: GeneratedMarket,
  scenario: Scenario,
  span: Span,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly StudyEvent[] {
  const random = seededRandom(seed);
  const shocks = seededRandom(seed + 2 ** 40);
  const shared = drawDay(market, span, random);
  return drawInstruments(market, count, random).map((instrument) => {
    const day0 = scenario.sameDay ? shared : drawDay(market, span, random);
    return eventOf(market, scenario, span, { instrument, day0, shock: fatTailed(shocks, 5) });
  });
}

interface Drawn {
  readonly instrument: number;
  readonly day0: number;
  /** Of variance one. */
  readonly shock: number;
}

function eventOf(market: GeneratedMarket, scenario: Scenario, span: Span, drawn: Drawn): StudyEvent {
  const { instrument, day0, shock } = drawn;
  const { returns: all, ownSd } = market.instruments[instrument]!;
  const [from, to] = [day0 + span.estimation.from, day0 + span.event.to + 1];
  const returns = all.slice(from, to);
  // Variance four times the own: itself and three times as much beside it.
  const loudness = scenario.loud ? Math.sqrt(3) * ownSd * shock : 0;
  returns[-span.estimation.from]! += scenario.effect + loudness;
  const series = { days: market.days.subarray(from, to), returns, factors: [market.market.subarray(from, to)] };
  const firm = `firm ${instrument}`;
  return { id: `${firm}, ${day0}`, firm, group: null, series, day0: -span.estimation.from, omittedDays: [] };
}

function drawDay({ days }: GeneratedMarket, { estimation, event }: Span, random: SeededRandom): number {
  return -estimation.from + random.below(days.length + estimation.from - event.to);
}

/** Different ones, by the first steps of a shuffle. */
function drawInstruments({ instruments }: GeneratedMarket, count: number, random: SeededRandom): readonly number[] {
  const all = [...instruments.keys()];
  for (let at = 0; at < count; at++) {
    const other = at + random.below(all.length - at);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all.slice(0, count);
}
