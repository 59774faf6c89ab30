import { toDay } from './calendar-date';
import { readExceptions } from './read-exceptions';

describe('the exceptions of a calendar', () => {
  it('are days closed all day, closed early, opened late, or both', () => {
    const exceptions = readExceptions(`
      1995 01-02 12-18@10:30-
      1996 01-08@11:00-14:00 07-05@-13:00
    `);
    expect([...exceptions]).toEqual([
      [toDay('1995-01-02'), 'closed'],
      [toDay('1995-12-18'), { open: 630 }],
      [toDay('1996-01-08'), { open: 660, close: 840 }],
      [toDay('1996-07-05'), { close: 780 }],
    ]);
  });

  it.each(['1995 1-2', '1995 01-02@13:00', '95 01-02', '1995 01-02@-1pm'])('say what cannot be read in %j', (line) => {
    expect(() => readExceptions(line)).toThrow(/^Cannot read .* in the exchange calendar's line .*: write the year/);
  });
});
