import { defaultMarket, writeMarket } from '@streakline/generated-market';
import { createTestStore, type TestStore, until } from '@streakline/testing';
import { type Finished, startStreakline, streakline, streaklineUntil } from './cli-process';

interface Told {
  readonly position: number;
  readonly knownAt: string;
  readonly type: string;
  readonly data: { readonly sessions?: readonly string[] };
}

describe('streakline replay', () => {
  let made: TestStore;
  beforeAll(async () => {
    made = await createTestStore();
    await writeMarket(made.store, { ...defaultMarket, instruments: 2, years: 1, announcements: 8 });
  });
  afterAll(() => made.dispose());

  const env = () => ({ STREAKLINE_DATABASE_URL: made.url });
  const run = (...args: readonly string[]) => streakline(['replay', ...args], '', env());
  const toldIn = (stdout: string): readonly Told[] =>
    stdout.split('\n').flatMap((line): readonly Told[] => (line === '' ? [] : [JSON.parse(line) as Told]));
  const placesOf = (stdout: string) => toldIn(stdout).map(({ knownAt, position }) => `${knownAt}~${position}`);

  const march = ['--from', '2025-03-01', '--to', '2025-04-01'];
  let whole: Finished;
  beforeAll(async () => (whole = await run(...march)));

  it('tells history in the order in which it was learnt, bars at their closes, and goes on behind a cursor', async () => {
    const { code, stdout, stderr } = whole;
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('records were told') as string });
    const told = toldIn(stdout);
    expect(told.map(({ knownAt }) => knownAt)).toEqual(told.map(({ knownAt }) => knownAt).sort());
    const bars = told.filter(({ type }) => type === 'BarsRecorded');
    // 21 sessions in March 2025, of two companies and their benchmark.
    expect(bars).toHaveLength(63);
    expect(
      bars.every(({ data, knownAt }) => data.sessions?.length === 1 && knownAt.startsWith(data.sessions[0]!)),
    ).toBe(true);
    const places = placesOf(stdout);
    const rest = await run('--to', '2025-04-01', '--after', places[40]!);
    expect(placesOf(rest.stdout)).toEqual(places.slice(41));
  });

  it('tells what it was asked for alone, and at the end, for programs, what it told', async () => {
    const asked = ['--types', 'BarsRecorded', '--instruments', 'XNAS:S0001', '--json'];
    const { stdout, stderr } = await run('--from', '2025-03-03', '--to', '2025-03-05', ...asked);
    expect(toldIn(stdout).map(({ data }) => data.sessions)).toEqual([['2025-03-03'], ['2025-03-04']]);
    const after = placesOf(stdout)[1];
    expect(JSON.parse(stderr)).toEqual({ records: 2, complete: true, after, position: await made.store.head() });
  });

  it('keeps the pace: what is not due yet is not told, and it says how long it takes', async () => {
    const args = ['--from', '2025-03-03T20:59:59Z', '--to', '2025-03-10', '--speed', '1', '--types', 'BarsRecorded'];
    const { code, stdout, stderr } = await streaklineUntil('takes', 'SIGTERM', ['replay', ...args], env());
    expect(code).toBe(130);
    expect(stderr).toContain('2025-03-03T20:59:59.000Z to 2025-03-10T00:00:00.000Z at 1 times real time takes 6 d 3 h');
    expect(toldIn(stdout).length).toBeLessThanOrEqual(3);
  });

  it('interrupted, ends with 130 and the cursor behind what it told: nothing is lost, nothing comes twice', async () => {
    const { child, finished } = startStreakline(['replay', ...march, '--speed', '200000', '--json'], '', env());
    let heard = '';
    child.stdout?.on('data', (text: string) => (heard += text));
    await until('a few were told', () => heard.split('\n').length > 5);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await finished;
    expect(code).toBe(130);
    const cursor = /go on with --after (\S+)/.exec(stderr)?.[1] ?? '';
    const document = stderr.split('\n').find((line) => line.startsWith('{'));
    expect(JSON.parse(document ?? '')).toMatchObject({ complete: false, after: cursor });
    const rest = await run('--to', '2025-04-01', '--after', cursor);
    expect([...placesOf(stdout), ...placesOf(rest.stdout)]).toEqual(placesOf(whole.stdout));
  });

  it('stops at Ctrl-Z and goes on where it was, no time having passed meanwhile', async () => {
    const args = ['--from', '2025-03-03', '--to', '2025-03-08', '--speed', '200000', '--types', 'BarsRecorded'];
    const { child, finished } = startStreakline(['replay', ...args], '', env());
    let heard = '';
    child.stdout?.on('data', (text: string) => (heard += text));
    await until('some were told', () => heard !== '');
    child.kill('SIGTSTP');
    // Again and again: one that came before it had stopped would be in vain.
    const again = setInterval(() => child.kill('SIGCONT'), 100);
    const { code, stdout } = await finished.finally(() => clearInterval(again));
    expect(code).toBe(0);
    expect(toldIn(stdout)).toHaveLength(15);
  });

  it('refuses an instrument that there is not, with one line', async () => {
    const { code, stdout, stderr } = await run('--instruments', 'XNAS:NONE');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('no instrument on record is called XNAS:NONE');
  });
});
