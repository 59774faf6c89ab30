import { Pace } from './pace';

describe('the pace of a replay', () => {
  let time = 0;
  const clock = () => time;
  const minute = 60_000;
  beforeEach(() => (time = 1_000));

  it('keeps the time between instants, divided by its factor', () => {
    const pace = new Pace(60, clock);
    pace.begin(0);
    expect(pace.dueIn(10 * minute)).toBe(10_000);
    time += 4_000;
    expect(pace.dueIn(10 * minute)).toBe(6_000);
    time += 7_000;
    expect(pace.dueIn(10 * minute)).toBe(-1_000);
  });

  it('begins with the first instant that is asked for, where nothing else was said', () => {
    const pace = new Pace(1, clock);
    expect(pace.dueIn(5 * minute)).toBe(0);
    expect(pace.dueIn(6 * minute)).toBe(minute);
  });

  it('lets no time pass while it pauses, however often', () => {
    const pace = new Pace(1, clock);
    pace.begin(0);
    for (const _ of [1, 2]) {
      time += 10_000;
      pace.pause();
      pace.pause();
      time += 500_000;
      expect(pace.isPaused).toBe(true);
      pace.resume();
      pace.resume();
    }
    expect(pace.dueIn(minute)).toBe(40_000);
  });

  it('at the greatest speed keeps nobody waiting', () => {
    const pace = new Pace(Infinity, clock);
    pace.begin(0);
    expect(pace.dueIn(1e12)).toBe(0);
  });
});
