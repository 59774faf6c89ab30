import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { streakline, temporaryFolder } from './cli-process';

const root = resolve(__dirname, '../..');
const caseFolder = join(root, 'libs/event-study/test/synthetic-case');
const [returns, events] = [join(caseFolder, 'returns.csv'), join(caseFolder, 'events.csv')];
/** By another program, from the published formulas. */
const expected = JSON.parse(readFileSync(join(caseFolder, 'expected.json'), 'utf8'));

const study = (...args: string[]) => streakline(['study', 'run', '--returns', returns, '--events', events, ...args]);

/** Within 1e-12 + 1e-9 of the figure; everything else exactly, and nothing missing. */
function expectFigures(actual: unknown, wanted: unknown, where = ''): void {
  if (typeof wanted === 'number') {
    const miss = typeof actual === 'number' ? Math.abs(actual - wanted) : Infinity;
    if (!(miss <= 1e-12 + 1e-9 * Math.abs(wanted))) throw new Error(`${where}: ${String(actual)}, not ${wanted}`);
  } else if (typeof wanted === 'object' && wanted !== null) {
    if (Array.isArray(wanted))
      expect({ where, length: (actual as unknown[]).length }).toEqual({ where, length: wanted.length });
    for (const [key, value] of Object.entries(wanted))
      expectFigures((actual as Record<string, unknown>)[key], value, `${where}.${key}`);
  } else expect({ where, value: actual }).toEqual({ where, value: wanted });
}

describe('streakline study run on files', () => {
  it.each([
    ['market', 'market'],
    ['market-adjusted', 'marketAdj'],
    ['mean-adjusted', 'meanAdj'],
    ['factors', 'factor'],
  ])('answers with --model %s as the formulas do, p-values included', async (model, key) => {
    const { code, stdout } = await study('--model', model, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expectFigures(answer, expected[key]);
    expect(Object.keys(answer)).toEqual([...Object.keys(expected[key]), 'warnings']);
  });

  it('answers without a model for each that applies, and warns of what it saw without leaving it out', async () => {
    const { code, stdout, stderr } = await study('--json');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['market', 'marketAdj', 'meanAdj', 'factor']);
    expectFigures(answer, expected);
    expect(stderr).toBe(
      'streakline: warning: event 5 (K04): missingEventDays: No return on 2023-06-09 (day +2).\n' +
        'streakline: warning: event 7 (K06): missingEventDays: No return on 2023-06-30 (day -2).\n',
    );
    expect(answer.market.warnings).toMatchObject([
      { eventId: 5, firm: 'K04', code: 'missingEventDays', days: [2] },
      { eventId: 7, firm: 'K06', code: 'missingEventDays', days: [-2] },
    ]);
  });

  it('leaves out what it is asked to leave out, by name', async () => {
    // One event has 77 usable days, all others 79 or 80.
    const { code, stdout, stderr } = await study('--model', 'market', '--min-days', '78', '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.leftOut).toMatchObject([{ eventId: 4, code: 'shortEstimationWindow' }]);
    expect(answer.N).toBe(expected.market.N - 1);
    expect(stderr).toMatch(/^streakline: left out: event 4 \(\w+\): shortEstimationWindow: 77 usable of 80 /m);
  });
});

describe('streakline study run where figures are few', () => {
  const folder = temporaryFolder();
  const few = (rows: string) => {
    const file = join(folder, 'few.csv');
    writeFileSync(file, `event_id,firm,event_date,group,t1,t2,est_end,est_len\n${rows}\n`);
    return streakline(['study', 'run', '--returns', returns, '--events', file, '--json']);
  };
  const [firm, date] = ['K01', '2023-06-09'];

  it('answers for one event what one event can tell, and null for the rest', async () => {
    const { code, stdout, stderr } = await few(`only,${firm},${date},,-1,1,-6,60`);
    expect(code).toBe(0);
    // Once for the three models that lack the same; the factor model has no return on day 0 beside all its factors.
    expect(stderr.match(/tests not computed/g)).toHaveLength(2);
    expect(stderr).toMatch(
      /^streakline: market, marketAdjusted, meanAdjusted: tests not computed \(N = 1\): .*BMP t.*: It takes at least 2 /m,
    );
    const { market } = JSON.parse(stdout);
    expect(market).toMatchObject({ N: 1, rBar: null, events: [{ eventId: 'only' }] });
    expect(market.days).toMatchObject([0, 1, 2].map((dayIndex) => ({ dayIndex, n: 1, csectT: null, bmpT: null })));
    expect(stdout).not.toContain('NaN');
  });

  it('says which models had too few days for every event, and that the others did not', async () => {
    // The market model has two coefficients, so two days leave nothing to judge by; a mean needs only one.
    const { code, stdout, stderr } = await few(`1,${firm},${date},,0,0,-1,2`);
    expect(code).toBe(3);
    expect(stderr).toContain('streakline: market: no event could be studied\n');
    const { market, meanAdj } = JSON.parse(stdout);
    expect([market.N, meanAdj.N]).toEqual([0, 1]);
    expect(market.leftOut).toMatchObject([{ eventId: 1, code: 'tooFewEstimationDays' }]);
  });
});

describe('streakline study run for people', () => {
  const example = join(root, 'examples/event-study');
  const exampleStudy = (...args: string[]) =>
    streakline([
      'study',
      'run',
      '--returns',
      join(example, 'returns.csv'),
      '--events',
      join(example, 'events.csv'),
      ...args,
    ]);
  const folder = temporaryFolder();

  it('says in words what it found, and draws the curves', async () => {
    const [plot, report] = [join(folder, 'curves.svg'), join(folder, 'study.html')];
    const { code, stdout } = await exampleStudy('--model', 'market', '--plot', plot, '--report', report);
    expect(code).toBe(0);
    expect(stdout).toContain('MARKET MODEL: 36 events of 12 firms');
    expect(stdout).toMatch(
      /^Over \[0\] the average of 35 events is \+1\.10% beyond the model, 25 of them above zero\./m,
    );
    expect(readFileSync(plot, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(readFileSync(report, 'utf8')).toMatch(/^<!doctype html>.*GRANK-T.*<\/html>\n$/s);
  });

  it('says so, before it computes anything, where a figure has no folder to be written to', async () => {
    const { code, stdout, stderr } = await exampleStudy('--model', 'market', '--plot', join(folder, 'none', 'c.svg'));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^streakline: --plot .*c\.svg: there is no folder .*none\n$/);
  });
});

describe('docs/guides/event-studies.md', () => {
  it('shows what its first command prints, line by line', async () => {
    const guide = readFileSync(join(root, 'docs/guides/event-studies.md'), 'utf8');
    const [, command = '', shown = ''] = /^```sh\nnpx streakline (.*)\n```\n[^`]*```text\n(.*?)```/ms.exec(guide) ?? [];
    const args = command.split(' ').map((word) => (word.startsWith('examples/') ? join(root, word) : word));
    const { code, stdout } = await streakline(args);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(shown.trimEnd().split('\n')));
    expect(shown.split('\n').length).toBeGreaterThan(10);
  });
});

describe('streakline study run refuses', () => {
  const folder = temporaryFolder();
  const HEADING = 'event_id,firm,event_date,group,t1,t2,est_end,est_len';
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it.each([
    [
      'an unknown firm',
      `${HEADING}\n1,NONE,2023-06-09,A,-3,3,-6,60\n`,
      [],
      /events\.csv:2: firm: NONE is no column of /,
    ],
    [
      'windows that overlap',
      `${HEADING}\n1,K01,2023-06-09,A,-3,3,-2,60\n`,
      [],
      /events\.csv:2: the estimation window .* overlaps/,
    ],
    [
      'a date that is no row',
      `${HEADING}\n1,K01,2023-06-10,A,-3,3,-6,60\n`,
      [],
      /events\.csv:2: event_date: 2023-06-10 is no row/,
    ],
    [
      'an unknown factor',
      `${HEADING}\n1,K01,2023-06-09,A,-3,3,-6,60\n`,
      ['--factors', 'MKT,XYZ'],
      /there is no column XYZ in /,
    ],
    ['an unknown screen', `${HEADING}\n`, ['--exclude', 'moon'], /'moon' is none of assumedDay0, /],
    [
      'a window longer than the returns',
      `${HEADING}\n1,K01,2023-06-09,A,-3,900000000,-6,60\n`,
      [],
      /events\.csv:2: t2: day 900000000 is further from day 0 than the \d+ rows of /,
    ],
    [
      'returns from trade to trade of what are no returns',
      `${HEADING}\n1,K01,2023-06-09,A,-3,3,-6,60\n`,
      ['--trade-to-trade', '--value', 'log-volume'],
      /--trade-to-trade is for returns, not for --value log-volume/,
    ],
    [
      'a window beyond the file',
      `${HEADING}\n1,K01,2023-06-09,A,-3,3,-6,60\n`,
      ['--window=-9:1'],
      /--window -9:1 is not within/,
    ],
  ])('%s with one line and exit code 2', async (_what, text, more, message) => {
    const file = write('events.csv', text);
    const { code, stdout, stderr } = await streakline([
      'study',
      'run',
      '--returns',
      returns,
      '--events',
      file,
      ...more,
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^streakline: .*\n$/);
    expect(stderr).toMatch(message);
  });
});
