import {
  binomialInterval,
  buildPanel,
  complete,
  runStudy,
  type TestName,
  type TestResult,
} from '@streakline/event-study';
import { drawEvents, type Scenario, type Span } from './drawn-events';
import type { GeneratedMarket } from './generated-market';

/** How often a test rejected that nothing happened. */
export interface Rejections {
  readonly test: TestName;
  readonly place: Place;
  readonly rejected: number;
  /** Studies in which the test had an answer. */
  readonly studies: number;
}

export type Place = 'day 0' | '[-1, 1]';

export interface Trial {
  readonly studies: number;
  /** Events in each. */
  readonly events: number;
  readonly level: number;
  readonly seed: number;
}

const SPAN: Span = { estimation: { from: -260, to: -11 }, event: { from: -1, to: 1 } };
const PERMUTATIONS = 499;
/** As on the store: events far apart count as independent, those of one day by what their firms share. */
const variants = { crossCorrelation: 'eventOverlap' } as const;

/** Makes one study after the other of events drawn at random, by the market model, with every test there is. */
export function* countRejections(
  market: GeneratedMarket,
  scenario: Scenario,
  { studies, events: count, level, seed }: Trial,
): Generator<number, readonly Rejections[], void> {
  const tallies = new Map<string, { -readonly [Key in keyof Rejections]: Rejections[Key] }>();
  const take = (place: Place, results: readonly TestResult[]) => {
    for (const { test, pValue } of results) {
      const tally = tallies.get(`${test} ${place}`) ?? { test, place, rejected: 0, studies: 0 };
      tallies.set(`${test} ${place}`, tally);
      if (pValue === null) continue;
      tally.studies++;
      if (pValue <= level) tally.rejected++;
    }
  };
  for (let study = 0; study < studies; study++) {
    const events = drawEvents(market, scenario, SPAN, { seed: seed * 1_000_003 + study, count });
    const panel = complete(buildPanel(events, { model: 'market', ...SPAN, windows: [SPAN.event] }));
    const { days, windows } = complete(runStudy(panel, { permutations: PERMUTATIONS, seed: study, variants }));
    take('day 0', days[1]!.tests);
    take('[-1, 1]', windows[0]!.tests);
    yield study + 1;
  }
  return [...tallies.values()];
}

/** The share rejected in percent, with its interval (Clopper and Pearson 1934). */
export function percentOf(
  { rejected, studies }: Pick<Rejections, 'rejected' | 'studies'>,
  confidence = 0.95,
): { readonly percent: number; readonly lower: number; readonly upper: number } {
  const { lower, upper } = binomialInterval(rejected, studies, confidence);
  return { percent: (100 * rejected) / studies, lower: 100 * lower, upper: 100 * upper };
}
