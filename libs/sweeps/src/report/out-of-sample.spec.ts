import { outOfSample } from './out-of-sample';

const run = (sessions: string[], equity: number[], initialCash = 100) =>
  ({
    curve: { sessions, equity },
    settings: { initialCash, riskFreeRate: 0 },
  }) as unknown as Parameters<typeof outOfSample>[0][number];

describe('the tests of a walk-forward in a row', () => {
  it('are one series of returns, each test beginning with its own capital', () => {
    // +10%, then +10%; another test loses a half, and gains a half of what is left.
    const joined = outOfSample([
      run(['2021-03-01', '2021-03-02'], [110, 121]),
      run(['2021-03-03', '2021-03-04'], [500, 750], 1_000),
    ]);
    expect(joined).toMatchObject({ from: '2021-03-01', to: '2021-03-04', periods: 4 });
    expect(joined?.metrics.totalReturn).toBeCloseTo(1.1 * 1.1 * 0.5 * 1.5 - 1, 12);
    expect(joined?.metrics.worst).toBeCloseTo(-0.5, 12);
  });

  it('are nothing where none was run', () => {
    expect(outOfSample([])).toBeNull();
    expect(outOfSample([run([], [])])).toBeNull();
  });

  it('do not rise again from nothing', () => {
    const ruined = outOfSample([run(['2021-03-01', '2021-03-02', '2021-03-03'], [50, -10, -5])]);
    expect(ruined?.metrics.totalReturn).toBeCloseTo(-1, 12);
  });

  it('count nothing of what comes back from below nothing', () => {
    const back = outOfSample([run(['2021-03-01', '2021-03-02', '2021-03-03', '2021-03-04'], [50, -10, 20, 40])]);
    expect(back?.metrics.best).toBe(0);
    expect(back?.metrics.totalReturn).toBeCloseTo(-1, 12);
  });
});
