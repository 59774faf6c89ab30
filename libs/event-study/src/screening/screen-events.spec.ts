import type { ReturnSeries, WindowDays } from '../panel/panel';
import { EXCLUDE_ALL, type ScreenName, type ScreenPolicies, WARN_OF_ALL } from './screen';
import { screenEvents } from './screen-events';
import type { ScreenedEvent, ScreenedPrices, Screening, ScreenOptions } from './suspicion';

const ROWS = 120;
const OPTIONS: ScreenOptions = {
  estimation: { from: -40, to: -6 },
  event: { from: -5, to: 5 },
  windows: [
    { from: 0, to: 0 },
    { from: 0, to: 5 },
    { from: -5, to: 5 },
  ],
  minEstimationDays: 20,
  policies: EXCLUDE_ALL,
};
/** Row 0 is Monday 2024-01-01, and every day after it a session. */
const FIRST_DAY = 19_723;

interface Story {
  readonly firm?: string;
  readonly day0?: number;
  /** Returns on days relative to day 0, in place of small ones that alternate; NaN for none. */
  readonly returns?: Readonly<Record<number, number>>;
  readonly market?: Readonly<Record<number, number>>;
  readonly others?: ScreenedEvent['others'];
  readonly omittedDays?: readonly number[];
  readonly prices?: (returns: Float64Array) => ScreenedPrices | null;
}

function eventOf(id: string, story: Story = {}): ScreenedEvent {
  const { firm = id, day0 = 60, returns = {}, market = {}, others = [], omittedDays = [] } = story;
  const own = column(0.01, day0, returns);
  const series: ReturnSeries = {
    days: Int32Array.from({ length: ROWS }, (_, row) => FIRST_DAY + row),
    returns: own,
    factors: [column(0.005, day0, market)],
  };
  const prices = story.prices ? story.prices(own) : { returns: own, close: null, volume: null };
  return { event: { id, firm, group: null, series, day0, omittedDays }, prices, others };
}

function column(size: number, day0: number, given: Readonly<Record<number, number>>): Float64Array {
  const values = Float64Array.from({ length: ROWS }, (_, row) => (row % 2 === 0 ? size : -size));
  for (const [day, value] of Object.entries(given)) values[day0 + Number(day)] = value;
  return values;
}

function screen(events: readonly ScreenedEvent[], options: Partial<ScreenOptions> = {}): Screening {
  return screenEvents(events, { ...OPTIONS, ...options });
}

/** Screen and policy of everything seen in the one event of a story. */
function seenIn(story: Story, options: Partial<ScreenOptions> = {}): readonly string[] {
  return screen([eventOf('e', story)], options).suspicions.map(({ screen: name, policy }) => `${name}: ${policy}`);
}

const everyDay = ({ from, to }: WindowDays, value: number) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, value]));

describe('screening', () => {
  it('keeps an event in which there is nothing to see', () => {
    expect(screen([eventOf('e')])).toEqual({ kept: [0], parts: [null], suspicions: [] });
  });

  it('leaves out an event with too few usable estimation days, omitted ones not counted', () => {
    const missing = everyDay({ from: -40, to: -26 }, Number.NaN);
    expect(seenIn({ returns: missing })).toEqual([]);
    const { kept, suspicions } = screen([eventOf('e', { returns: missing, omittedDays: [-7] })]);
    expect(kept).toEqual([]);
    expect(suspicions).toMatchObject([
      {
        ...{ event: 'e', firm: 'e', screen: 'shortEstimationWindow', policy: 'exclude', windows: null },
        evidence: { usable: 19, needed: 20 },
        detail: '19 usable of 35 estimation days; 20 are asked for.',
      },
    ]);
  });

  it('leaves out an event without a return on day 0', () => {
    expect(seenIn({ returns: { 0: Number.NaN } })).toEqual(['noBarOnDay0: exclude', 'missingEventDays: exclude']);
  });

  it('leaves an event out of the windows with missing days alone, and says which', () => {
    const { kept, parts, suspicions } = screen([eventOf('e', { returns: { 3: Number.NaN } })]);
    expect(kept).toEqual([0]);
    expect(parts).toEqual([{ days: [3], windows: [1, 2] }]);
    expect(suspicions).toMatchObject([
      {
        windows: [
          { from: 0, to: 5 },
          { from: -5, to: 5 },
        ],
        detail: 'No return on 2024-03-04 (day +3).',
      },
    ]);
  });

  it('leaves out an event that no window is left of', () => {
    const windows = [{ from: 0, to: 5 }];
    expect(screen([eventOf('e', { returns: { 3: Number.NaN } })], { windows }).kept).toEqual([]);
  });

  it('sees event days on which only the benchmark is missing, and a benchmark that misses too many', () => {
    expect(screen([eventOf('e', { market: { 1: Number.NaN } })]).parts).toEqual([{ days: [1], windows: [1, 2] }]);
    const { kept, suspicions } = screen([eventOf('e', { market: everyDay({ from: -9, to: -6 }, Number.NaN) })]);
    expect(kept).toEqual([]);
    expect(suspicions).toMatchObject([
      { screen: 'benchmarkWithoutSessions', evidence: { estimationDays: 4, eventDays: 0 } },
    ]);
  });

  it.each([
    ['2 for 1', -0.502, 2, 1],
    ['20 for 1', -0.951, 20, 1],
    ['3 for 2', -0.325, 3, 2],
    ['1 for 10', 9.2, 1, 10],
  ])('sees a return that looks like a split of %s', (_, value, to, from) => {
    const { suspicions } = screen([eventOf('e', { returns: { [-20]: value } })]);
    expect(suspicions).toMatchObject([
      { screen: 'unrecordedSplit', days: [-20], evidence: { to, from, return: value } },
    ]);
  });

  it.each([-0.25, -0.42, 0.3, -0.62])('sees no split in a return of %p', (value) => {
    expect(seenIn({ returns: { [-20]: value } })).toEqual([]);
  });

  it('sees no split where the day was one of news: far more changed hands than usual', () => {
    const traded = (times: number) => (returns: Float64Array) => {
      const close = new Float64Array(ROWS).fill(100);
      const volume = new Float64Array(ROWS).fill(1_000);
      [close[60], volume[60]] = [50, 2_000 * times];
      return { returns, close, volume };
    };
    const halved = { returns: { 0: -0.5 } };
    expect(seenIn({ ...halved, prices: traded(1) })).toEqual(['unrecordedSplit: exclude']);
    expect(seenIn({ ...halved, prices: traded(5) })).toEqual([]);
  });

  it('sees prices at or below zero, and returns that say so', () => {
    expect(seenIn({ returns: { [-8]: -1 } })).toEqual(['nonPositivePrice: exclude']);
    const prices = (returns: Float64Array) => {
      const close = new Float64Array(ROWS).fill(10);
      close[60 - 8] = -0.5;
      return { returns, close, volume: null };
    };
    expect(seenIn({ prices })).toEqual(['nonPositivePrice: exclude']);
  });

  it('sees thin trading: more than a quarter of the estimation days without trading or change', () => {
    expect(seenIn({ returns: everyDay({ from: -15, to: -8 }, 0) })).toEqual([]);
    expect(seenIn({ returns: everyDay({ from: -15, to: -7 }, 0) })).toEqual(['thinTrading: exclude']);
    // A late listing is no thin trading, and days missing between trades are.
    const { suspicions } = screen([eventOf('e', { returns: everyDay({ from: -20, to: -8 }, Number.NaN) })]);
    expect(suspicions).toMatchObject([{ screen: 'thinTrading', evidence: { days: 35, withoutChange: 13 } }]);
    expect(seenIn({ returns: everyDay({ from: -40, to: -26 }, Number.NaN) })).toEqual([]);
  });

  it('keeps one event of a firm and day 0', () => {
    const { kept, suspicions } = screen([eventOf('a', { firm: 'f' }), eventOf('b', { firm: 'f' }), eventOf('c')]);
    expect(kept).toEqual([0, 2]);
    expect(suspicions).toMatchObject([{ event: 'b', screen: 'sameDay0', evidence: { event: 'a' } }]);
  });

  it('keeps the later of two with one day 0 where the first is left out for another reason', () => {
    const missing = everyDay({ from: -40, to: -10 }, Number.NaN);
    const [a, b] = [eventOf('a', { firm: 'f', returns: missing }), eventOf('b', { firm: 'f' })];
    expect(screen([a, b]).kept).toEqual([1]);
  });

  it('leaves the later of two out of the windows in which they overlap', () => {
    const windows = [
      { from: 0, to: 0 },
      { from: -2, to: 2 },
      { from: -5, to: 5 },
    ];
    const events = [eventOf('late', { firm: 'f', day0: 67 }), eventOf('early', { firm: 'f' })];
    const { kept, parts, suspicions } = screen(events, { windows });
    expect(kept).toEqual([0, 1]);
    expect(parts).toEqual([{ days: [], windows: [2] }, null]);
    expect(suspicions).toMatchObject([
      { event: 'late', screen: 'overlappingWindow', evidence: { event: 'early', sessionsApart: 7 } },
    ]);
  });

  it('lets a third event have the window that the second could not use', () => {
    const windows = [
      { from: 0, to: 0 },
      { from: -5, to: 5 },
    ];
    const events = [60, 67, 74].map((day0, i) => eventOf(`${i}`, { firm: 'f', day0 }));
    expect(screen(events, { windows }).parts).toEqual([null, { days: [], windows: [1] }, null]);
  });

  it('leaves an event out of days and windows with another announcement of the firm', () => {
    const { parts, suspicions } = screen([
      eventOf('e', {
        others: [
          { id: 'deal', day: 4 },
          { id: 'old', day: -30 },
        ],
      }),
    ]);
    expect(parts).toEqual([{ days: [4], windows: [1, 2] }]);
    expect(suspicions).toMatchObject([
      {
        ...{ screen: 'contaminatedWindow', evidence: { announcements: 'deal' } },
        detail: 'Another announcement has day 0 on 2024-03-05 (day +4).',
      },
    ]);
  });

  it('counts another event of the study as another announcement', () => {
    const { parts } = screen([eventOf('a', { firm: 'f' }), eventOf('b', { firm: 'f', day0: 64 })]);
    expect(parts[0]).toEqual({ days: [4], windows: [1, 2] });
  });

  it('knows two series of one firm by their dates', () => {
    const early = eventOf('early', { firm: 'f' });
    const late = eventOf('late', { firm: 'f' });
    const days = late.event.series.days.map((day) => day + 1_000);
    const far = { ...late, event: { ...late.event, series: { ...late.event.series, days } } };
    expect(screen([early, far]).suspicions).toEqual([]);
    const near = {
      ...late,
      event: { ...late.event, series: { ...late.event.series, days: days.map((day) => day - 997) } },
    };
    expect(screen([early, near]).suspicions.map(({ screen: name }) => name)).toContain('overlappingWindow');
  });

  it('only says what it sees where nothing is to be left out, and is silent on what is ignored', () => {
    const story = { returns: { 3: Number.NaN, [-20]: -0.5 } };
    expect(seenIn(story, { policies: WARN_OF_ALL })).toEqual(['missingEventDays: warn', 'unrecordedSplit: warn']);
    expect(screen([eventOf('e', story)], { policies: WARN_OF_ALL })).toMatchObject({ kept: [0], parts: [null] });
    const policies: ScreenPolicies = { ...EXCLUDE_ALL, ...ignoring('unrecordedSplit', 'missingEventDays') };
    expect(seenIn(story, { policies })).toEqual([]);
  });

  it('looks at no prices where none are known', () => {
    expect(seenIn({ returns: { [-20]: -1.5 }, prices: () => null })).toEqual([]);
  });
});

function ignoring(...names: readonly ScreenName[]): Partial<ScreenPolicies> {
  return Object.fromEntries(names.map((name) => [name, 'ignore']));
}
