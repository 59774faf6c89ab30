import { aboveZero, aligned, returnsOf, underwater } from './curves';

describe('the curves of a run', () => {
  it('are below their greatest value so far, the start among them', () => {
    expect(underwater([0.9, 1.2, 0.6, null, 1.2])).toEqual([expect.closeTo(-0.1), 0, -0.5, null, 0]);
  });

  it('have a return from one session to the next, and none beside a session without a value', () => {
    expect(returnsOf([1.1, 0.55, null, 0.66])).toEqual([expect.closeTo(0.1), -0.5, null, null]);
    expect(returnsOf([0, 1])).toEqual([-1, null]);
  });

  it('leave out of a logarithmic axis what it cannot show', () => {
    expect(aboveZero([1, 0, -0.2, null])).toEqual([1, null, null, null]);
  });

  it('are laid beside each other on the sessions of both, none beyond its own span', () => {
    const a = { sessions: ['2026-01-02', '2026-01-06'], net: [1, 1.1] };
    const b = { sessions: ['2026-01-05', '2026-01-06', '2026-01-07'], net: [0.9, 0.8, 0.7] };
    expect(aligned(a, b)).toEqual({
      sessions: ['2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07'],
      a: [1, 1, 1.1, null],
      b: [null, 0.9, 0.8, 0.7],
    });
  });
});
