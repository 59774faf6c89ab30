import { exchange } from '..';
import { closedWeekdays, localHours } from '../../test/holiday-rules';

const xnas = exchange('XNAS');
const xnys = exchange('XNYS');

describe('XNAS', () => {
  it('is closed all day whenever XNYS is', () => {
    expect(closedWeekdays(xnas)).toEqual(closedWeekdays(xnys));
  });

  it('has none of the special openings and closings of the floor in New York but the circuit breaker of 1997', () => {
    const [electronic, floor] = [localHours(xnas), localHours(xnys)];
    const apart = xnas.sessions('1990-01-01', '2028-12-31').filter((session) => electronic(session) !== floor(session));
    expect(apart).toEqual([
      '1990-12-27',
      '1991-01-17',
      '1991-02-25',
      '1994-02-11',
      '1995-12-18',
      '1996-01-08',
      '2001-09-17',
      '2001-10-08',
      '2002-09-11',
      '2003-03-20',
      '2004-06-07',
      '2005-06-01',
      '2006-12-27',
    ]);
    expect(apart.filter((session) => electronic(session) !== '09:30-16:00')).toEqual([]);
    expect(electronic('1997-10-27')).toBe('09:30-15:30');
  });
});

describe('ARCX', () => {
  it('keeps the sessions and hours of XNAS under its own name', () => {
    const arcx = exchange('ARCX');
    const sessions = arcx.sessions('1990-01-01', '2028-12-31');
    expect(arcx.mic).toBe('ARCX');
    expect(sessions).toEqual(xnas.sessions('1990-01-01', '2028-12-31'));
    expect(sessions.map((session) => arcx.hours(session))).toEqual(sessions.map((session) => xnas.hours(session)));
  });
});
