import { exchange } from '.';

describe('the example of the front door', () => {
  const nasdaq = exchange('XNAS');

  it('puts day 0 of Amazon’s report after the close of 2026-02-05 on the next session', () => {
    expect(nasdaq.dayZero({ on: '2026-02-05', timing: 'afterClose' })).toEqual({
      timing: 'afterClose',
      baseSession: '2026-02-05',
      day0: '2026-02-06',
      assumed: false,
      candidates: [],
      contradicted: false,
    });
  });

  it('puts day 0 of its deal, in print at 08:49 in New York, on 2026-02-27 itself', () => {
    expect(nasdaq.dayZero({ at: Date.parse('2026-02-27T13:49:00Z') })).toEqual({
      timing: 'preMarket',
      baseSession: '2026-02-26',
      day0: '2026-02-27',
      assumed: false,
      candidates: [],
      contradicted: false,
    });
  });

  it('closes at one in New York on the day after Thanksgiving, and has no session on Presidents’ Day', () => {
    expect(nasdaq.hours('2025-11-28')).toEqual({
      open: Date.parse('2025-11-28T14:30:00Z'),
      close: Date.parse('2025-11-28T18:00:00Z'),
    });
    expect(nasdaq.isSession('2026-02-16')).toBe(false);
  });
});
