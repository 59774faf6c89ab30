import { isTimeless, keepsMoment } from './timeless';

describe('the moment in force', () => {
  it('is kept on links to what the API answers as of a moment', () => {
    expect(keepsMoment('/v1/announcements/ann_1/events')).toBe(true);
    expect(keepsMoment('/v1/instruments/XNAS:AMZN/market-caps')).toBe(true);
    expect(keepsMoment('/v1/events?instruments=ins_1')).toBe(true);
  });

  it('is left out of links to routes that refuse it', () => {
    for (const href of ['/v1/projections', '/v1/dead-letters/parked-ins_1', '/v1/event-studies/st_1'])
      expect(keepsMoment(href)).toBe(false);
  });

  it('is left out of links to one event: as of before it, the next one would be shown', () => {
    expect(keepsMoment('/v1/events?after=41&limit=1')).toBe(false);
  });

  it('is asked of no route that is about now', () => {
    expect(isTimeless('/v1/backtests/{backtestId}')).toBe(true);
    expect(isTimeless('/v1/announcements/{id}/events')).toBe(false);
  });
});
