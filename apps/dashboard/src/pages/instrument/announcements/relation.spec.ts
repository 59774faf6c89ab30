import type { ReactionRow } from '../tape/rows';
import { relationOf } from './relation';

type Run = NonNullable<ReactionRow['streak']>;

function run(direction: Run['direction'], lengthAtBase: number, lengthFromDay0: number, inForce = false): Run {
  const length = lengthAtBase + lengthFromDay0;
  return { direction, start: '2026-02-03', end: '2026-02-13', length, lengthAtBase, lengthFromDay0, inForce };
}

describe('what day 0 did', () => {
  it('extended a fall, as the report of Amazon did', () => {
    expect(relationOf({ relation: 'extended', streak: run('falling', 3, 6), begun: null })).toBe(
      'extended a fall of 3 sessions to 9',
    );
  });

  it('ended one and began another, as the deal of Amazon did', () => {
    expect(relationOf({ relation: 'ended', streak: run('falling', 1, 0), begun: run('rising', 0, 1) })).toBe(
      'ended a fall of 1 session, began a rise of 1 session',
    );
  });

  it('ended one by an unchanged close', () => {
    expect(relationOf({ relation: 'ended', streak: run('rising', 4, 0), begun: null })).toBe(
      'ended a rise of 4 sessions',
    );
  });

  it('began one that goes on', () => {
    expect(relationOf({ relation: 'began', streak: run('rising', 0, 2, true), begun: null })).toBe(
      'began a rise of 2 sessions so far',
    );
  });

  it('moved nothing, or is not over', () => {
    expect(relationOf({ relation: 'none', streak: null, begun: null })).toBe('day 0 closed unchanged, out of no run');
    expect(relationOf({ relation: null, streak: null, begun: null })).toBe('day 0 has no close yet');
  });
});
