import { frequencyOf } from './frequency';

const streak = (direction: 'falling' | 'rising', length: number) => ({ direction, length });

describe('how often a streak came', () => {
  it('counts those of its direction that are as long or longer', () => {
    const tape = [streak('falling', 9), streak('falling', 5), streak('rising', 6), streak('falling', 6)];
    expect(frequencyOf(streak('falling', 9), tape, 293)).toBe(
      'A fall of 9 sessions or more came once in 293 sessions, about 1.2 years.',
    );
    expect(frequencyOf(streak('falling', 6), tape, 2_520)).toBe(
      'A fall of 6 sessions or more came 2 times in 2,520 sessions, about 10.0 years.',
    );
  });

  it('says no years of a tape that has not one', () => {
    expect(frequencyOf(streak('rising', 8), [streak('rising', 8)], 8)).toBe(
      'A rise of 8 sessions or more came once in 8 sessions.',
    );
  });
});
