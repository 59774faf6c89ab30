import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { startStandalone } from '../../apps/standalone/src/start-standalone';
import { streakline, streaklineUntil, temporaryFolder } from './cli-process';
import { eventually, type HttpApi, receiptOf, startHttpApi } from './http-api';

jest.setTimeout(120_000);

const folder = temporaryFolder();

const MODEL = ['--model', 'market-adjusted', '--window', '0,-1:1'];

interface StudyDocument {
  readonly id: string;
  readonly state: string;
  readonly request: object;
  readonly result: {
    readonly used: number;
    readonly study: { readonly windows: readonly { readonly caar: number }[] };
  };
}

/* The figures are those of the Amazon case (examples/amazon-2026/README.md), computed apart from this project. */
const EARNINGS_AR = -0.0803813;

describe('streakline study run on the store', () => {
  let api: HttpApi;
  let idle: TestDatabase;
  beforeAll(async () => {
    idle = await createTestDatabase();
    api = await startHttpApi();
    let position = 0;
    for (const { path, body } of requestsOf(loadAmazonExample()))
      position = receiptOf(await api.post(path, body)).position;
    await eventually(async () =>
      (await api.get(`/v1/instruments?minPosition=${position}`)).status === 200 ? 1 : undefined,
    );
  });
  afterAll(async () => {
    await api.close();
    await idle.drop();
  });

  const study = (args: readonly string[], input = '') => streakline(['study', 'run', ...args], input);
  const onServer = (...args: readonly string[]) => study(['--url', api.url, ...args]);

  it('asks a running server, and prints what it answers', async () => {
    const { code, stdout, stderr } = await onServer('--instruments', 'XNAS:AMZN', '--kinds', 'earnings', '--json');
    expect(code).toBe(0);
    const { id, state, result } = JSON.parse(stdout) as StudyDocument;
    expect(stderr).toMatch(new RegExp(`^streakline: study ${id}, at position \\d+\\n$`));
    expect([state, result.used]).toEqual(['done', 1]);
    expect(result.study.windows[0]?.caar).toBeCloseTo(EARNINGS_AR, 5);
  });

  it('runs it here on the stored data, which is the same study, and says it in words', async () => {
    const args = ['--kinds', 'earnings', '--instruments', 'XNAS:AMZN', '--from', '2026-01-01'].concat(MODEL);
    const here = await study(['--database-url', api.databaseUrl, ...args]);
    expect(here).toMatchObject({ code: 0 });
    const there = await onServer(...args, '--json');
    const { id, request } = JSON.parse(there.stdout) as StudyDocument;
    expect(here.stdout).toContain(`Event study ${id}`);
    expect(here.stdout).toContain('1 event is used');
    expect(here.stdout).toContain(
      'Announcements selected: of kind earnings; of instrument XNAS:AMZN; with day 0 from 2026-01-01 on.',
    );
    expect(request).toMatchObject({
      selection: { kinds: ['earnings'], from: '2026-01-01' },
      model: 'marketAdjusted',
      windows: [
        { from: 0, to: 0 },
        { from: -1, to: 1 },
      ],
    });
  });

  it('takes a request from a file, which options change, and draws its curves', async () => {
    const [plot, report] = [join(folder, 'curves.svg'), join(folder, 'study.html')];
    const body = JSON.stringify({ selection: { kinds: ['deal'] }, confidence: 0.9, seed: 7 });
    const options = ['--selection', '-', '--seed', '8', '--plot', plot, '--report', report, '--json'];
    const { code, stdout } = await study(['--url', api.url, ...options], body);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ request: { confidence: 0.9, seed: 8, selection: { kinds: ['deal'] } } });
    const [curves, page] = [plot, report].map((file) => readFileSync(file, 'utf8'));
    expect(curves).toMatch(/^<svg /);
    expect(page).toMatch(/^<!doctype html>/i);
    expect(curves).toContain('90% band');
    expect(page).toContain('90% band');
  });

  it.each([
    ['an instrument that is none', ['--instruments', 'XNAS:NONE'], 2, /No instrument on record is called "XNAS:NONE"/],
    ['windows that the event window does not hold', ['--window', '0:60'], 2, /must lie within the event window/],
    ['a moment to come', ['--as-of', '2999-01-01'], 2, /in the future/],
    ['announcements not public then', ['--kinds', 'earnings', '--as-of', '2026-02-04'], 1, /No reaction on record/],
    ['a position that there is not', ['--as-recorded', '999999'], 2, /no position 999999/],
    ['an option for files', ['--market', 'MKT'], 2, /--market is for a study on files/],
    ['a file of nothing', ['--selection', 'missing.json'], 2, /missing\.json cannot be read/],
    ['a selection of nothing', ['--kinds', 'regulatory'], 1, /No reaction on record is in the selection/],
  ])('says in one line what is wrong with %s', async (_, args, code, message) => {
    const told = await onServer(...args);
    expect(told).toMatchObject({ code, stdout: '' });
    const [line, ...more] = told.stderr
      .replace(/^streakline: study stu_.*\n/, '')
      .trimEnd()
      .split('\n');
    expect(more).toEqual([]);
    expect(line).toMatch(message);
  });

  it('runs the study asked for alone, and leaves those of others to the servers', async () => {
    const own = await createTestDatabase();
    const waiting = await startStandalone({ databaseUrl: own.url, port: 0, logLevel: 'silent', runStudies: false });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"selection":{}}' };
    const other = (await (await fetch(`${waiting.url}/v1/event-studies`, init)).json()) as { id: string };
    const { code, stderr } = await study(['--database-url', own.url, '--kinds', 'deal']);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('No reaction on record') });
    const states = (await (await fetch(`${waiting.url}/v1/event-studies`)).json()) as {
      data: { id: string; state: string }[];
    };
    expect(states.data.map(({ id, state }) => [id === other.id, state])).toEqual([
      [false, 'failed'],
      [true, 'queued'],
    ]);
    await waiting.close();
    await own.drop();
  });

  it('cancels the study where it is interrupted', async () => {
    const waiting = await startStandalone({ databaseUrl: idle.url, port: 0, logLevel: 'silent', runStudies: false });
    const args = ['study', 'run', '--url', waiting.url];
    const { code, stdout, stderr } = await streaklineUntil('streakline: study stu_', 'SIGINT', args, {});
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    const [id = ''] = /stu_[0-9a-f]{32}/.exec(stderr) ?? [];
    expect(stderr).toContain(`interrupted: the study ${id} is cancelled`);
    const study = await (await fetch(`${waiting.url}/v1/event-studies/${id}`)).json();
    expect(study).toMatchObject({ state: 'cancelled' });
    await waiting.close();
  });

  it('says that no server answers', async () => {
    const { code, stderr } = await study(['--url', 'http://127.0.0.1:1', '--kinds', 'deal']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^streakline: no server answers at http:\/\/127\.0\.0\.1:1/);
  });
});
