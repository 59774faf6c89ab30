import { expectedExtras, syntheticPanel } from '../../test/synthetic-case';
import { oneFirmPermutation } from './one-firm-permutation';

const panel = syntheticPanel('market');
const day0 = -panel.event.from;

describe("one firm's permutation test", () => {
  it('is exact for a single day', () => {
    for (const { eventId, permutationPDay0 } of expectedExtras.events) {
      const event = panel.events.findIndex(({ id }) => id === String(eventId));
      const result = oneFirmPermutation(panel, event, { firstDay: day0, days: 1, draws: 10, seed: 1 })!;
      expect(result).toMatchObject({ exact: true, draws: panel.observations[event] });
      expect(result.pValue).toBeCloseTo(permutationPDay0, 12);
    }
  });

  it('compares several days with draws of as many', () => {
    const [one, other] = [1, 2].map((seed) =>
      oneFirmPermutation(panel, 0, { firstDay: 0, days: 3, draws: 4_000, seed })!,
    );
    expect(one).toMatchObject({ exact: false, draws: 4_000 });
    // Two samples of the same share differ by at most five standard errors of a difference.
    expect(Math.abs(one!.pValue - other!.pValue)).toBeLessThan(5 * Math.sqrt(0.5 / 4_000));
  });

  it('finds nothing where every day is alike, and has no answer without a return', () => {
    const alike = { ...panel, abnormal: new Float64Array(panel.abnormal.length).fill(0.01) };
    expect(oneFirmPermutation(alike, 0, { firstDay: 0, days: 3, draws: 50, seed: 1 })!.pValue).toBe(1);
    const missing = { ...panel, abnormal: new Float64Array(panel.abnormal.length).fill(Number.NaN) };
    expect(oneFirmPermutation(missing, 0, { firstDay: 0, days: 1, draws: 50, seed: 1 })).toBeNull();
  });
});
