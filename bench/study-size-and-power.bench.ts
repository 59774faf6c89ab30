import { binomialTail, type TestName } from '@streakline/event-study';
import type { Bench, BenchRow } from './bench';
import type { Scenario } from './generated-market/drawn-events';
import { generateMarket } from './generated-market/generated-market';
import { countRejections, percentOf, type Rejections } from './generated-market/rejections';
import { sizeFrom } from './projected/open-projected';

const STUDIES = sizeFrom('STREAKLINE_BENCH_STUDIES', 1_000);
const TRIAL = { studies: STUDIES, events: 50, level: 0.05, seed: 1 };

const scattered: Scenario = { effect: 0, loud: false, sameDay: false };
/** The first is what `ours` shows; the others stand in a test's note, in the lines that they have here. */
const scenarios: readonly { readonly name: string; readonly line: 1 | 2; readonly scenario: Scenario }[] = [
  { name: 'no effect', line: 1, scenario: scattered },
  { name: '+0.5%', line: 1, scenario: { ...scattered, effect: 0.005 } },
  { name: '+1%', line: 1, scenario: { ...scattered, effect: 0.01 } },
  { name: 'no effect, day 0 twice as loud', line: 2, scenario: { ...scattered, loud: true } },
  { name: 'no effect, all on one day', line: 2, scenario: { ...scattered, sameDay: true } },
];

/**
 * How often each test of an event study rejects at 5% where nothing was planted (its size, which should be 5%) and where
 * something was (its power), in studies of 50 events drawn from a generated market of 500 instruments over 10 years.
 *
 * What the literature says of the last two shows: tests that take day 0's variance from the estimation days reject too
 * often where the event itself is loud (Boehmer, Musumeci and Poulsen 1991), and so do those that take events for
 * independent where all share their day (Kolari and Pynnönen 2010). The skewness-corrected t rejects a little too often in
 * samples of 50 with tails as fat as these.
 */
export const bench: Bench = {
  name: 'study-size-and-power',
  run: async ({ log }) => {
    const market = generateMarket({ seed: 1, instruments: 500, sessions: 2_520 });
    const counted = scenarios.map(({ name, line, scenario }) => {
      const rejections = complete(countRejections(market, scenario, TRIAL));
      log(`${name}: ${STUDIES} studies`);
      return { name, line, rejections };
    });
    return counted[0]!.rejections.map((size) => rowOf(size, counted.slice(1)));
  },
};

interface Counted {
  readonly name: string;
  readonly line: 1 | 2;
  readonly rejections: readonly Rejections[];
}

function complete(steps: Generator<number, readonly Rejections[], void>): readonly Rejections[] {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function rowOf(size: Rejections, others: readonly Counted[]): BenchRow {
  const { test, place } = size;
  const noteOf = (wanted: 1 | 2) =>
    others
      .filter(({ line }) => line === wanted)
      .map(({ name, rejections }) => {
        const same = rejections.find((one) => one.test === test && one.place === place);
        return `${name}: ${same ? inWords(same) : 'no answer'}`;
      });
  const { percent, lower, upper } = percentOf(size);
  return {
    what: `${test}, ${place}`,
    unit: '% rejected',
    ours: percent,
    ceiling: null,
    target: targetOf(test),
    note: `${[`${figure(lower)} to ${figure(upper)}`, ...noteOf(1)].join('; ')}\n${noteOf(2).join('; ')}`,
  };
}

/** The sign test counts in whole numbers: at 5%, 32 of 50 or more reject on either side. */
function targetOf(test: TestName): string {
  return test === 'sign' ? figure(200 * binomialTail(32, TRIAL.events, 0.5)) : '5';
}

function inWords(counts: Pick<Rejections, 'rejected' | 'studies'>): string {
  if (counts.studies === 0) return 'no answer';
  const { percent, lower, upper } = percentOf(counts);
  return `${figure(percent)} (${figure(lower)} to ${figure(upper)})`;
}

function figure(percent: number): string {
  return percent.toFixed(1);
}
