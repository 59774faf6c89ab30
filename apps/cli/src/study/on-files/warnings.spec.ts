import { linesOf, type SuspicionAnswer, type Told } from './warnings';

const seen = (eventId: number, code: string): SuspicionAnswer => ({ eventId, firm: 'F1', code, detail: 'Look.' });
const told = (warnings: readonly SuspicionAnswer[], leftOut: readonly SuspicionAnswer[] = []): Told => ({
  warnings,
  leftOut,
});

describe('what was seen in the events, on standard error', () => {
  it('is a line each, what was left out first, and once where several models saw it', () => {
    const both = told([seen(1, 'thinTrading')], [seen(2, 'noBarOnDay0')]);
    expect(linesOf([both, both])).toEqual([
      'left out: event 2 (F1): noBarOnDay0: Look.',
      'warning: event 1 (F1): thinTrading: Look.',
    ]);
  });

  it('is a line a screen where there would be too many, with how often and the first', () => {
    const many = Array.from({ length: 1_234 }, (_, place) => seen(place + 1, 'overlappingWindow'));
    expect(linesOf([told([...many, seen(9, 'thinTrading')])])).toEqual([
      'warning: overlappingWindow: 1,234 times (--json has all); first event 1 (F1): Look.',
      'warning: event 9 (F1): thinTrading: Look.',
    ]);
  });
});
