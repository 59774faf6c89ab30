import fc from 'fast-check';
import { expectedStudies, syntheticPanel } from '../../test/synthetic-case';
import type { Panel } from '../panel/panel';
import { complete } from '../study/progress';
import { CandidatePairs } from './candidate-pairs';
import { meanCorrelation } from './mean-correlation';

/** Events given by the calendar days and abnormal returns of their estimation windows, then the days of their event window. */
function panelOf(events: readonly { days: number[]; abnormal: number[]; eventDays?: number[] }[]): Panel {
  const template = syntheticPanel('market');
  const estimationDays = events[0]!.days.length;
  const eventDays = events[0]!.eventDays ?? [];
  return {
    ...template,
    estimation: { from: -estimationDays, to: -1 },
    event: { from: 0, to: eventDays.length - 1 },
    ...{ n: events.length, estimationDays, eventDays: eventDays.length },
    events: events.map((event, i) => ({
      ...{ id: String(i), firm: String(i), group: null, day0: estimationDays, omittedDays: [] },
      series: {
        days: Int32Array.from([...event.days, ...(event.eventDays ?? [])]),
        returns: new Float64Array(estimationDays),
        factors: [],
      },
    })),
    abnormal: Float64Array.from(events.flatMap((event) => [...event.abnormal, ...eventDays.map(() => 0)])),
  };
}

const ABNORMAL = [0.01, 0.03, -0.02, 0.005];

describe('the mean cross-correlation', () => {
  it('pairs events by the calendar days that both have', () => {
    // On days 2, 3, 4: about their means 2.5, -2.5, 0 and -2, -1, 3, so r = -2.5 / √(12.5 x 14) = -1 / √28.
    const panel = panelOf([
      { days: [1, 2, 3, 4], abnormal: ABNORMAL },
      { days: [2, 3, 4, 9], abnormal: [0.01, 0.02, 0.06, 0.5] },
    ]);
    const { value, pairs } = complete(meanCorrelation(panel, 'estimationOverlap', { seed: 1 }));
    expect(pairs).toBe(1);
    expect(value).toBeCloseTo(-1 / Math.sqrt(28), 14);
  });

  it('pairs firms of different calendars, and days without a return, alike', () => {
    const dense = panelOf([
      { days: [1, 2, 3, 4, 5], abnormal: [0.01, 0.03, Number.NaN, -0.02, 0.005] },
      { days: [1, 2, 3, 4, 5], abnormal: [0.02, Number.NaN, 0.9, 0.01, 0.03] },
    ]);
    const apart = panelOf([
      { days: [1, 2, 4, 5, 8], abnormal: [0.01, 0.03, -0.02, 0.005, 0.7] },
      { days: [1, 3, 4, 5, 7], abnormal: [0.02, 0.9, 0.01, 0.03, 0.7] },
    ]);
    const [one, other] = [dense, apart].map((panel) =>
      complete(meanCorrelation(panel, 'estimationOverlap', { seed: 1 })),
    );
    expect(other!.value).toBe(one!.value);
    expect(one!.value).not.toBe(0);
  });

  it('counts pairs that share fewer than three days, or of which one stands still, as zero', () => {
    const panel = panelOf([
      { days: [1, 2, 3, 4], abnormal: ABNORMAL },
      { days: [3, 4, 5, 6], abnormal: ABNORMAL },
      { days: [1, 2, 3, 4], abnormal: [0.1, 0.1, 0.1, 0.1] },
    ]);
    expect(complete(meanCorrelation(panel, 'estimationOverlap', { seed: 1 })).value).toBe(0);
  });

  it('weighs a pair by the share of event days in common, where asked', () => {
    const panel = panelOf([
      { days: [1, 2, 3, 4], abnormal: ABNORMAL, eventDays: [11, 12, 13, 14] },
      { days: [1, 2, 3, 4], abnormal: ABNORMAL, eventDays: [14, 15, 16, 17] },
      { days: [1, 2, 3, 4], abnormal: ABNORMAL, eventDays: [21, 22, 23, 24] },
    ]);
    const unweighted = complete(meanCorrelation(panel, 'estimationOverlap', { seed: 1 }));
    expect(unweighted.value).toBeCloseTo(1, 14);
    // One pair of three shares one day of four.
    const weighted = complete(meanCorrelation(panel, 'eventOverlap', { seed: 1 }));
    expect(weighted.value).toBeCloseTo(1 / 12, 14);
    expect(weighted.pairs).toBe(3);
  });

  it('looks at a seeded sample of too many pairs, and says how far off it may be', () => {
    const panel = syntheticPanel('market');
    const sampling = { seed: 4, mostPairs: 30 };
    const sample = complete(meanCorrelation(panel, 'estimationOverlap', sampling));
    expect(sample).toMatchObject({ pairs: 30, sampled: true });
    expect(Math.abs(sample.value! - expectedStudies.market.rBarCalendar)).toBeLessThan(4 * sample.standardError!);
    expect(complete(meanCorrelation(panel, 'estimationOverlap', sampling))).toEqual(sample);
  });

  it('never leaves [-1, 1], whatever the rounding: the adjusted tests take a root of 1 - r', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 3, maxLength: 40 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (abnormal, scale) => {
          const days = abnormal.map((_, i) => i + 1);
          const panel = panelOf([
            { days, abnormal },
            { days, abnormal: abnormal.map((one) => one * scale) },
          ]);
          const { value } = complete(meanCorrelation(panel, 'estimationOverlap', { seed: 1 }));
          expect(Math.abs(value!)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('does not exist of a single event', () => {
    const panel = panelOf([{ days: [1, 2, 3, 4], abnormal: ABNORMAL }]);
    expect(complete(meanCorrelation(panel, 'estimationOverlap', { seed: 1 })).value).toBeNull();
  });
});

describe('candidate pairs', () => {
  it('are each pair of spans that meet, once', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -1, max: 8 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const first = Int32Array.from(spans, ([from]) => from);
        const last = Int32Array.from(spans, ([from, length]) => from + length);
        const pairs = new CandidatePairs(first, last);
        const named = Array.from({ length: pairs.count }, (_, number) =>
          pairs
            .pair(number)
            .toSorted((a, b) => a - b)
            .join(),
        );
        const meeting = spans.flatMap((_, a) =>
          spans.flatMap((__, b) => (a < b && meet(first, last, a, b) ? [`${a},${b}`] : [])),
        );
        expect(named.toSorted()).toEqual(meeting.toSorted());
      }),
    );
  });
});

function meet(first: Int32Array, last: Int32Array, a: number, b: number): boolean {
  const empty = last[a]! < first[a]! || last[b]! < first[b]!;
  return !empty && first[a]! <= last[b]! && first[b]! <= last[a]!;
}
