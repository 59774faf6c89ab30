import * as fc from 'fast-check';
import { exchange, exchanges, NotADateError, NotASessionError, OutsideCoverageError, UnknownExchangeError } from '.';

const xnys = exchange('XNYS');

describe('an exchange', () => {
  it('is built once and known by its MIC', () => {
    expect(exchange('XNYS')).toBe(xnys);
    expect([xnys.mic, xnys.zone, xnys.coverage]).toEqual([
      'XNYS',
      'America/New_York',
      { from: '1990-01-01', to: '2028-12-31' },
    ]);
  });

  it.each(['XNYZ', 'xnys', '', '__proto__'])('is not known as %j', (mic) => {
    expect(() => exchange(mic)).toThrow(UnknownExchangeError);
    expect(() => exchange(mic)).toThrow(
      `No exchange with the MIC ${JSON.stringify(mic)} is known. Use one of XNYS, XNAS, ARCX, XLON, XETR, XTSE, XTKS, XHKG, XASX`,
    );
  });

  it('opens and closes by its own clock, in winter and in summer', () => {
    const utc = (session: string) =>
      Object.values(xnys.hours(session)).map((instant: number) => new Date(instant).toISOString());
    expect(utc('2026-03-06')).toEqual(['2026-03-06T14:30:00.000Z', '2026-03-06T21:00:00.000Z']);
    expect(utc('2026-03-09')).toEqual(['2026-03-09T13:30:00.000Z', '2026-03-09T20:00:00.000Z']);
  });

  it('knows the local date of an instant and the end of a date, a day of 23 hours included', () => {
    expect(xnys.dateOf(Date.parse('2026-02-28T04:59:59.999Z'))).toBe('2026-02-27');
    expect(xnys.dateOf(Date.parse('2026-02-28T05:00:00.000Z'))).toBe('2026-02-28');
    expect(new Date(xnys.endOfDate('2026-03-07')).toISOString()).toBe('2026-03-08T04:59:59.999Z');
    expect(new Date(xnys.endOfDate('2026-03-08')).toISOString()).toBe('2026-03-09T03:59:59.999Z');
  });

  it('lists sessions with both ends included, and none for a range that runs backwards', () => {
    expect(xnys.sessions('2025-12-24', '2026-01-02')).toEqual([
      ...['2025-12-24', '2025-12-26', '2025-12-29', '2025-12-30', '2025-12-31'],
      '2026-01-02',
    ]);
    expect(xnys.sessions('2026-02-14', '2026-02-16')).toEqual([]);
    expect(xnys.sessions('2026-02-17', '2026-02-13')).toEqual([]);
  });

  it('finds the session on or after, on or before, and so many away from another', () => {
    expect([xnys.firstOnOrAfter('2026-02-14'), xnys.firstOnOrAfter('2026-02-17')]).toEqual([
      '2026-02-17',
      '2026-02-17',
    ]);
    expect([xnys.lastOnOrBefore('2026-02-16'), xnys.lastOnOrBefore('2026-02-13')]).toEqual([
      '2026-02-13',
      '2026-02-13',
    ]);
    expect([-1, 0, 1, 3].map((n) => xnys.shift('2026-02-13', n))).toEqual([
      ...['2026-02-12', '2026-02-13', '2026-02-17', '2026-02-19'],
    ]);
  });

  it('numbers its sessions one after the other, and finds them by their number', () => {
    for (const mic of exchanges) {
      const market = exchange(mic);
      const sessions = market.sessions(market.coverage.from, market.coverage.to);
      fc.assert(
        fc.property(fc.nat(sessions.length - 1), (index) => {
          const session = sessions[index]!;
          expect(market.sessionAt(market.ordinal(session))).toBe(session);
          expect(market.ordinal(market.sessionAt(index))).toBe(index);
          expect(market.shift(sessions[0]!, index)).toBe(session);
        }),
        { numRuns: 50 },
      );
    }
  });
});

describe('a date without a session', () => {
  it('is refused with the reason and the sessions around it', () => {
    const message = (date: string) => {
      try {
        return xnys.ordinal(date);
      } catch (error) {
        return error instanceof NotASessionError ? error.message : error;
      }
    };
    expect(message('2026-02-16')).toBe(
      '2026-02-16 is no session of XNYS (a holiday). Use a session, such as 2026-02-13 or 2026-02-17.',
    );
    expect(message('2026-02-14')).toContain('(a Saturday)');
    expect(message('2012-10-29')).toContain('(Hurricane Sandy). Use a session, such as 2012-10-26 or 2012-10-31.');
    expect(message('1990-01-01')).toContain('such as 1990-01-02.');
    expect(message('2028-12-31')).toContain('such as 2028-12-29.');
  });

  it('has no hours and no neighbours', () => {
    expect(() => xnys.hours('2026-02-16')).toThrow(NotASessionError);
    expect(() => xnys.shift('2026-02-16', 1)).toThrow(NotASessionError);
  });

  it('is told from a text that is no date', () => {
    for (const text of ['2026-02-30', 'yesterday']) expect(() => xnys.isSession(text)).toThrow(NotADateError);
  });
});

describe('outside of the years covered', () => {
  const before = Date.parse('1990-01-01T04:59:59.999Z');
  const after = Date.parse('2029-01-01T05:00:00.000Z');

  it.each<[string, () => unknown]>([
    ['isSession', () => xnys.isSession('1989-12-29')],
    ['hours', () => xnys.hours('2029-01-02')],
    ['sessions from before', () => xnys.sessions('1989-12-31', '1990-01-05')],
    ['sessions to after', () => xnys.sessions('2028-12-20', '2029-01-01')],
    ['ordinal', () => xnys.ordinal('2029-01-02')],
    ['sessionAt', () => xnys.sessionAt(9820)],
    ['sessionAt below zero', () => xnys.sessionAt(-1)],
    ['shift past the end', () => xnys.shift('2028-12-29', 1)],
    ['shift past the start', () => xnys.shift('1990-01-02', -1)],
    ['firstOnOrAfter the last session', () => xnys.firstOnOrAfter('2028-12-30')],
    ['lastOnOrBefore the first session', () => xnys.lastOnOrBefore('1990-01-01')],
    ['dayZero without a base session', () => xnys.dayZero({ at: Date.parse('1990-01-02T15:00:00Z') })],
    ['dayZero after the last close', () => xnys.dayZero({ at: Date.parse('2028-12-29T21:00:00Z') })],
    ['dayZero of an instant', () => xnys.dayZero({ at: after })],
    ['dayZero of what is no instant', () => xnys.dayZero({ at: Number.NaN })],
    ['dayZero of a date without a base session', () => xnys.dayZero({ on: '1990-01-02' })],
    ['dayZero after the last date', () => xnys.dayZero({ on: '2028-12-29', timing: 'afterClose' })],
    ['dayZero whose later candidate is not covered', () => xnys.dayZero({ on: '2028-12-29' })],
    ['latestInstant', () => xnys.latestInstant({ on: '2029-01-02' })],
    ['latestInstant of an instant', () => xnys.latestInstant({ at: before })],
    ['endOfDate', () => xnys.endOfDate('1989-12-31')],
    ['dateOf before', () => xnys.dateOf(before)],
    ['dateOf after', () => xnys.dateOf(after)],
  ])('%s throws', (_, ask) => {
    expect(ask).toThrow(OutsideCoverageError);
    expect(ask).toThrow(
      /^The calendar of XNYS covers 1990-01-01 to 2028-12-31, and .+ lies outside of it\. Ask inside/,
    );
  });

  it('says what was asked for', () => {
    expect(() => xnys.shift('1990-01-03', -2)).toThrow('and session 2 before 1990-01-03 lies outside');
    expect(() => xnys.dateOf(after)).toThrow('and 2029-01-01T05:00:00.000Z lies outside');
  });

  it('the last covered instants and sessions still answer', () => {
    expect([xnys.dateOf(before + 1), xnys.dateOf(after - 1)]).toEqual(['1990-01-01', '2028-12-31']);
    expect(xnys.dayZero({ at: Date.parse('1990-01-02T21:00:00Z') }).baseSession).toBe('1990-01-02');
    expect(xnys.dayZero({ on: '2028-12-28', timing: 'afterClose' }).day0).toBe('2028-12-29');
  });
});
