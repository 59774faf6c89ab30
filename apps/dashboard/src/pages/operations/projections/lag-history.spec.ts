import { type LagSample, minutes, withSample } from './lag-history';

const at = (seconds: number, events = 0): LagSample => ({ at: seconds * 1000, events, seconds: events / 10 });

describe('the history of a lag', () => {
  it('takes samples in their order, and the same answer once', () => {
    const history = withSample(withSample([], at(0, 3)), at(2, 1));
    expect(history.map(({ events }) => events)).toEqual([3, 1]);
    expect(withSample(history, at(2, 1))).toBe(history);
  });

  it('shows a time without answers as a gap, not as a line', () => {
    const history = withSample([at(0, 3)], at(40, 1));
    expect(history).toEqual([at(0, 3), { at: 1, events: null, seconds: null }, at(40, 1)]);
  });

  it('keeps ten minutes', () => {
    let history: readonly LagSample[] = [];
    for (let second = 0; second <= 1200; second += 10) history = withSample(history, at(second));
    expect([history[0]?.at, history.at(-1)?.at]).toEqual([600_000, 1_200_000]);
  });

  it('tells time in minutes and seconds', () => {
    expect([0, 9_400, 83_000, 600_000].map(minutes)).toEqual(['0:00', '0:09', '1:23', '10:00']);
  });
});
