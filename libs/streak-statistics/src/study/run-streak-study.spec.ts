import { complete } from '@streakline/event-study';
import { marketMade } from '../../test/markets';
import { tapeOf } from '../../test/tape';
import type { StreakTape } from '../tape/streak-tape';
import { comparisons } from './comparisons';
import { runStreakStudy } from './run-streak-study';
import { streakStudyDefaults, type StreakStudyOptions } from './streak-study-options';

const OPTIONS: StreakStudyOptions = { ...streakStudyDefaults, primary: { outcome: 'extended', direction: 'any' } };

const study = (tapes: readonly StreakTape[], options: Partial<StreakStudyOptions> = {}) =>
  complete(runStreakStudy(tapes, { ...OPTIONS, ...options }));

describe('a streak study', () => {
  // Falling runs of 2, 2, 1, 3 and 2 sessions; the announcement's day 0 is the second session of the run of three.
  const moves = [-1, -1, 1, -1, -1, 1, -1, 1, -1, -1, -1, 1, -1, -1, 1];
  const announced = tapeOf(moves, { studied: [10], announced: [10] });
  const small = { window: { from: 0, to: 0 }, minMatches: 1, horizon: 5, permutations: 0, bootstrap: 0 };

  it('holds an announcement against sessions with the same direction and length at base, worked by hand', () => {
    const { relations, lengths, primary, ...result } = study([announced], small);
    // One falling close at base: sessions 2, 5, 8 and 14 besides day 0; three of the four extended the run.
    expect(primary).toMatchObject({ n: 1, announced: 1, base: 3 / 4, difference: 1 / 4, pValue: null, interval: null });
    expect(relations.find(({ direction }) => direction === 'falling')).toEqual({
      ...{ direction: 'falling', n: 1, matched: 1, counts: { extended: 1, ended: 0, began: 0, none: 0 } },
      shares: { extended: 1, ended: 0, began: 0, none: 0 },
      baseRates: { extended: 0.75, ended: 0.25, began: 0, none: 0 },
    });
    // From day 0 on the run lasted two sessions; theirs lasted 1, 1, 0 and 1.
    const length = lengths.find(({ direction }) => direction === 'falling');
    expect(length).toMatchObject({ announcedMean: 2, baseMean: 0.75 });
    expect(length?.announced.steps).toMatchObject([{ length: 2, atRisk: 1, ended: 1, survival: 0 }]);
    expect(length?.base.map(({ length: at, survival }) => [at, survival])).toEqual([
      [0, 0.75],
      [1, 0],
    ]);
    expect(result.lengthsAtBase).toEqual([{ direction: 'falling', lengthAtBase: 1, n: 1, moved: 1, baseRate: 0.75 }]);
    expect(result).toMatchObject({ announcements: 1, instruments: 1, unmatched: 0, matchedAcrossInstruments: 0 });
  });

  it('never matches with sessions inside the window of any announcement, studied or not', () => {
    const near = { ...announced, announced: [5, 10] };
    expect(study([near], small).primary.base).toBe(2 / 3);
    expect(study([near], { ...small, window: { from: 0, to: 3 } }).primary.base).toBe(1);
  });

  it('takes the sessions of all instruments where its own has too few, and says so', () => {
    const other = { ...tapeOf([-1, 1, -1, 1, -1, 1]), instrument: 'B' };
    const shared = study([announced, other], { ...small, minMatches: 5 });
    expect(shared).toMatchObject({ matchedAcrossInstruments: 1, unmatched: 0, primary: { base: 3 / 7 } });
    const alone = study([announced], { ...small, minMatches: 5 });
    expect(alone).toMatchObject({ unmatched: 1, primary: { n: 0, base: null, reason: expect.any(String) } });
  });

  it('counts a run that the tape leaves unfinished as longer than it is, on both sides', () => {
    const unfinished = tapeOf([-1, -1, -1, 1, -1, -1, -1], { studied: [6], announced: [6] });
    const { lengths } = study([unfinished], small);
    const falling = lengths.find(({ direction }) => direction === 'falling');
    expect(falling).toMatchObject({ announced: { n: 1, censored: 1 }, announcedMean: 5, baseMean: 2 });
  });

  it('finds what was planted, keeps the primary outcome apart, and adjusts for every comparison made', () => {
    const tapes = marketMade({ seed: 11, instruments: 20, sessions: 500, together: 0.1, seasons: 12, planted: 0.5 });
    const { primary, comparisons: all, comparisonsMade } = study(tapes, { bootstrap: 99, window: { from: 0, to: 10 } });
    expect(primary.pValue).toBeLessThan(0.01);
    expect(primary.difference).toBeGreaterThan(0.1);
    expect(primary.interval?.lower).toBeGreaterThan(0);
    expect(primary.interval?.upper).toBeGreaterThan(primary.difference ?? 0);
    expect(all.map(({ outcome, direction }) => ({ outcome, direction }))).toEqual(comparisons);
    expect(comparisonsMade).toBe(all.filter(({ pValue }) => pValue !== null).length);
    expect(primary.holm).toBeCloseTo(Math.min(1, comparisonsMade * (primary.pValue ?? 0)), 12);
    for (const { pValue, holm, benjaminiHochberg } of all.filter((one) => one.pValue !== null)) {
      expect(holm).toBeGreaterThanOrEqual(benjaminiHochberg ?? 2);
      expect(benjaminiHochberg).toBeGreaterThanOrEqual(pValue ?? 2);
    }
  });

  it('gives the same answer for the same seed, and no NaN in it', () => {
    const tapes = marketMade({ seed: 2, instruments: 4, sessions: 120, together: 0.2, seasons: 3 });
    const once = study(tapes, { bootstrap: 30, permutations: 40 });
    expect(study(tapes, { bootstrap: 30, permutations: 40 })).toEqual(once);
    expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  });

  it('tells its progress in small steps', () => {
    const phases = new Set<string>();
    const steps = runStreakStudy([announced], { ...OPTIONS, minMatches: 1, bootstrap: 5 });
    for (let step = steps.next(); step.done !== true; step = steps.next()) phases.add(step.value.phase);
    expect([...phases]).toContain('shifting the calendar of announcements');
  });

  it('refuses options and tapes that make no sense', () => {
    expect(() => study([announced], { primary: { outcome: 'began', direction: 'falling' } })).toThrow(/began\/falling/);
    expect(() => study([announced], { window: { from: 1, to: 5 } })).toThrow(/contain day 0/);
    expect(() => study([announced], { minMatches: 0 })).toThrow(/minMatches is 0/);
    expect(() => study([{ ...announced, studied: [99] }])).toThrow(/does not fit together/);
    expect(() => study([{ ...announced, studied: [0] }])).toThrow(/No announcement/);
  });
});
