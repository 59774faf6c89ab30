import { streakline } from './cli-process';

const objects = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('streakline sessions list', () => {
  it('prints one JSON object a line, with instants in UTC, early closes and daylight saving heeded', async () => {
    const { code, stdout, stderr } = await streakline([
      'sessions',
      'list',
      '--exchange',
      'XNYS',
      '--from',
      '2025-11-26',
      '--to',
      '2025-12-01',
      '--json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(objects(stdout)).toEqual([
      { session: '2025-11-26', open: '2025-11-26T14:30:00Z', close: '2025-11-26T21:00:00Z' },
      // The day after Thanksgiving ends at 13:00 New York time.
      { session: '2025-11-28', open: '2025-11-28T14:30:00Z', close: '2025-11-28T18:00:00Z' },
      { session: '2025-12-01', open: '2025-12-01T14:30:00Z', close: '2025-12-01T21:00:00Z' },
    ]);
  });

  it('covers all years that the calendar has', async () => {
    const { code, stdout } = await streakline([
      'sessions',
      'list',
      '--exchange',
      'XNYS',
      '--from',
      '1990-01-02',
      '--to',
      '2028-12-31',
      '--json',
    ]);
    const sessions = objects(stdout) as { session: string }[];
    expect(code).toBe(0);
    expect([sessions[0]?.session, sessions.at(-1)?.session]).toEqual(['1990-01-02', '2028-12-29']);
    expect(sessions.filter(({ session }) => session.startsWith('2025'))).toHaveLength(250);
  });

  it('is plain text, a session a line, in a pipe', async () => {
    const { stdout } = await streakline([
      'sessions',
      'list',
      '--exchange',
      'XTKS',
      '--from',
      '2026-01-01',
      '--to',
      '2026-01-05',
    ]);
    expect(stdout).toBe('2026-01-05\t2026-01-05T00:00:00Z\t2026-01-05T06:30:00Z\n');
  });
});

describe('streakline sessions day0', () => {
  const day0 = (input: string) => streakline(['sessions', 'day0', '--exchange', 'XNAS', '--json'], input);

  it('answers each instant on standard input with its timing, base session and day 0', async () => {
    const { code, stdout, stderr } = await day0(
      '2026-02-05T16:01:00-05:00\n2026-02-27T13:49:00Z\n2026-02-16T15:00:00Z\n2026-02-06T20:59:59.999Z\n2026-02-06T21:00:00Z',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(objects(stdout)).toEqual([
      { at: '2026-02-05T21:01:00Z', timing: 'afterClose', baseSession: '2026-02-05', day0: '2026-02-06' },
      { at: '2026-02-27T13:49:00Z', timing: 'preMarket', baseSession: '2026-02-26', day0: '2026-02-27' },
      // Presidents' Day.
      { at: '2026-02-16T15:00:00Z', timing: 'nonTradingDay', baseSession: '2026-02-13', day0: '2026-02-17' },
      { at: '2026-02-06T20:59:59.999Z', timing: 'intraday', baseSession: '2026-02-05', day0: '2026-02-06' },
      // The close itself belongs to the next session.
      { at: '2026-02-06T21:00:00Z', timing: 'afterClose', baseSession: '2026-02-06', day0: '2026-02-09' },
    ]);
  });

  it('says nothing to nothing', async () => {
    expect(await day0('')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it.each([
    ['a bare date', '2026-02-05'],
    ['a day that does not exist', '2026-02-30T12:00:00Z'],
    ['an instant that the calendar does not cover', '2031-01-02T12:00:00Z'],
    ['an empty line', ''],
  ])('ends at %s with one line that names it, and exit code 2', async (_what, line) => {
    const { code, stdout, stderr } = await day0(`2026-02-27T13:49:00Z\n${line}\n2026-02-27T13:49:00Z\n`);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^streakline: line 2: .*\n$/);
    expect(objects(stdout)).toHaveLength(1);
  });
});
