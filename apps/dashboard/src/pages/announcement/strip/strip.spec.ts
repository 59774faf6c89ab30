import type { ReactionDay } from '../answers';
import { rangeOf, stripOf } from './strip';
import { layOut } from './strip-layout';
import { layOutRows } from './strip-rows-layout';
import { figuresOf, headOf, summaryOf } from './strip-words';

/* The Amazon case: closes of the tape, and figures that were computed apart from this project (examples/amazon-2026). */
const CLOSES = {
  ...{ '2026-01-30': 239.3, '2026-02-02': 242.96, '2026-02-03': 238.62, '2026-02-04': 232.99, '2026-02-05': 222.69 },
  ...{ '2026-02-06': 210.32, '2026-02-09': 208.72, '2026-02-10': 206.96, '2026-02-11': 204.08, '2026-02-12': 199.6 },
  ...{ '2026-02-13': 198.79, '2026-02-17': 201.15 },
};
const BASE = 4;
const nothing = {
  ...{ totalReturn: null, benchmarkReturn: null, abnormalReturn: null, standardError: null, cumulativeReturn: null },
  ...{ cumulativeTotalReturn: null, cumulativeBenchmarkReturn: null, cumulativeAbnormalReturn: null },
  ...{ cumulativeStandardError: null, marketCap: null, shares: null, sinceBase: null, run: null },
};

function daysOf(closes: Readonly<Record<string, number | null>>): ReactionDay[] {
  const all = Object.entries(closes);
  return all.map(([session, close], i) => {
    const before = all[i - 1]?.[1] ?? null;
    return {
      ...nothing,
      day: i - BASE - 1,
      session,
      close,
      return: close === null || before === null ? null : close / before - 1,
    };
  });
}

const fall = {
  ...{ direction: 'falling' as const, start: '2026-02-03', end: '2026-02-13', inForce: false },
  ...{ length: 9, lengthAtBase: 3, lengthFromDay0: 6, return: -0.1818, returnFromDay0: -0.107324 },
  ...{ marketCapChange: -463.3e9, priceEffect: -472.2e9, shareCountEffect: 8.9e9, marketCapChangeFromDay0: -246.6e9 },
};
const extended = { relation: 'extended' as const, streak: fall, begun: null };
const amazon = stripOf(extended, daysOf(CLOSES));

describe('the streak strip', () => {
  it('asks for the streak on both sides of the announcement, and what stands around it', () => {
    expect(rangeOf(extended)).toEqual({ from: -6, to: 8 });
    expect(rangeOf({ relation: 'none', streak: null, begun: null })).toEqual({ from: -3, to: 5 });
    expect(rangeOf({ ...extended, streak: { ...fall, lengthAtBase: 200, lengthFromDay0: 200 } })).toEqual({
      from: -63,
      to: 62,
    });
  });

  it('tells the three sessions before the announcement from the six from day 0 on', () => {
    const parts = (part: string) => amazon.sessions.filter((each) => each.part === part).map(({ session }) => session);
    expect(parts('before')).toEqual(['2026-02-03', '2026-02-04', '2026-02-05']);
    expect([parts('from').length, parts('from')[0], parts('from').at(-1)]).toEqual([6, '2026-02-06', '2026-02-13']);
    expect(parts('context')).toEqual(['2026-01-30', '2026-02-02', '2026-02-17']);
  });

  it('writes what each part came to', () => {
    const told = amazon.stretches.map((each) => `${headOf(each, true)}: ${figuresOf(each, 'USD')}`);
    expect(told).toEqual([
      '3 before: −8.34% · −$216.7\u00a0bn',
      '6 from day 0 on: −10.73% · −$246.6\u00a0bn',
      '9 falling closes in a row: −18.18% · −$463.3\u00a0bn',
    ]);
    expect(summaryOf(amazon, 'USD')).toContain('6 Feb 210.32 (−5.55%)');
  });

  it('leaves out market value where it is not known', () => {
    const { stretches } = stripOf({ ...extended, streak: { ...fall, marketCapChange: null } }, daysOf(CLOSES));
    expect(figuresOf(stretches[0]!, 'USD')).toBe('−8.34%');
  });

  it('of an unfinished streak shows no session that has no bar, and says so far', () => {
    const streak = { ...fall, end: '2026-02-09', length: 5, lengthFromDay0: 2, inForce: true };
    const closes = {
      ...CLOSES,
      '2026-02-10': null,
      '2026-02-11': null,
      '2026-02-12': null,
      '2026-02-13': null,
      '2026-02-17': null,
    };
    const strip = stripOf({ ...extended, streak }, daysOf(closes));
    expect(strip.sessions.at(-1)?.session).toBe('2026-02-09');
    expect(strip.stretches.map((each) => headOf(each, true))).toEqual([
      '3 before',
      '2 from day 0 on so far',
      '5 falling closes in a row so far',
    ]);
  });

  it('keeps day 0 where it has no bar yet', () => {
    const days = daysOf({ ...CLOSES }).map((day) => (day.day < 0 ? day : { ...day, close: null, return: null }));
    const { sessions, stretches } = stripOf({ relation: null, streak: null, begun: null }, days);
    expect(sessions.at(-1)).toMatchObject({ day: 0, close: null, part: 'context' });
    expect(stretches).toEqual([]);
  });

  it('tells a run that was ended beside the one that was begun, not as one', () => {
    const ended = { ...fall, end: '2026-02-05', length: 3, lengthFromDay0: 0, returnFromDay0: 0 };
    const begun = { ...fall, direction: 'rising' as const, start: '2026-02-06', lengthAtBase: 0, length: 6 };
    const { stretches } = stripOf({ relation: 'ended', streak: ended, begun }, daysOf(CLOSES));
    expect(stretches.map((each) => headOf(each, false))).toEqual([
      '3 falling closes before',
      '6 rising closes from day 0 on',
    ]);
  });

  it('draws the step of a halt where trading resumed, and begins with the first bar', () => {
    const days = daysOf({ ...CLOSES, '2026-01-30': null, '2026-02-06': null });
    const halted = { relation: null, streak: null, begun: null, resumedOn: '2026-02-09', resumptionReturn: -0.0627 };
    const { sessions } = stripOf(halted, days);
    expect(sessions[0]?.session).toBe('2026-02-02');
    expect(sessions.find(({ session }) => session === '2026-02-06')).toMatchObject({ day: 0, close: null });
    expect(sessions.find(({ session }) => session === '2026-02-09')?.levelBefore).toBeCloseTo(222.68, 1);
  });

  it('draws closes before a split on the scale of those after it', () => {
    const days = daysOf({ ...CLOSES, '2026-01-30': 4786 });
    const split = days.map((day) => (day.session === '2026-02-02' ? { ...day, return: 0.0153 } : day));
    expect(stripOf(extended, split).sessions[0]).toMatchObject({ close: 4786, level: expect.closeTo(239.3, 1) });
  });
});

describe('the layout of the strip', () => {
  it('puts the announcement between the base session and day 0', () => {
    const { columns, mark } = layOut(amazon, 900, 30);
    const [base, day0] = [columns.find(({ day }) => day === -1), columns.find(({ day }) => day === 0)];
    expect(base!.left + base!.width).toBeLessThan(mark!.x);
    expect(day0!.left).toBeGreaterThan(mark!.x);
  });

  it('draws each step from the close before to its own, so that a fall stands lower than the one before', () => {
    const tops = layOut(amazon, 900, 30)
      .columns.filter(({ part }) => part !== 'context')
      .map(({ y }) => y!);
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
  });

  it('is wider than its room rather than too narrow to be read', () => {
    expect(layOut(amazon, 300, 30).width).toBeGreaterThanOrEqual(amazon.sessions.length * 50);
    expect(layOut(amazon, 900, 30).width).toBe(900);
  });

  it('folds into rows that keep within a narrow room', () => {
    const { rows, brackets, width, markY } = layOutRows(amazon, 312);
    expect(width).toBe(312);
    for (const { step } of rows.slice(1)) expect(step!.left + step!.width).toBeLessThan(brackets[0]!.x);
    expect(rows.filter(({ y }) => y < markY!).at(-1)?.day).toBe(-1);
  });
});
