import fc from 'fast-check';
import { cutMoments } from './cut-moments';

const upTo = (count: number, step: number, start = 0) => Array.from({ length: count }, (_, i) => start + i * step);
const moments = { bars: Float64Array.from(upTo(500, 10)), announcements: Float64Array.from(upTo(50, 100, 3)) };
const decisions = upTo(100, 50, 7).map((decidedAt) => ({ decidedAt }));
const choice = { cuts: 24, seed: 1, from: 0, to: 5_000 };

describe('the moments of a check', () => {
  it('are as many as asked for, ascending, each once', () => {
    const chosen = cutMoments(decisions, moments, choice);
    expect(chosen).toHaveLength(24);
    expect([...new Set(chosen)].sort((a, b) => a - b)).toEqual(chosen);
  });

  it('are half decisions, the first and the last among them, the others announcements and closes', () => {
    const chosen = cutMoments(decisions, moments, choice);
    const decided = decisions.map(({ decidedAt }) => decidedAt);
    expect(chosen.filter((at) => decided.includes(at))).toHaveLength(12);
    expect(chosen).toEqual(expect.arrayContaining([decided.at(0), decided.at(-1)]));
    expect(chosen.filter((at) => moments.announcements.includes(at) && !decided.includes(at))).toHaveLength(6);
    expect(chosen.filter((at) => moments.bars.includes(at))).toHaveLength(6);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(cutMoments(decisions, moments, choice)).toEqual(cutMoments(decisions, moments, choice));
    expect(cutMoments(decisions, moments, { ...choice, seed: 2 })).not.toEqual(cutMoments(decisions, moments, choice));
  });

  it('lie in the replay, and are fewer where it has no more', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 1, max: 40 }), fc.nat(9), (from, to, cuts, seed) => {
        const chosen = cutMoments(decisions, moments, { cuts, seed, from, to });
        expect(chosen.length).toBeLessThanOrEqual(cuts);
        expect(chosen.every((at) => at >= from && at < to)).toBe(true);
      }),
    );
    expect(cutMoments([], { bars: Float64Array.of(1, 2), announcements: Float64Array.of() }, choice)).toEqual([1, 2]);
  });
});
