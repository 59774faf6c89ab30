import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { streakline, temporaryFolder } from './cli-process';

describe('streakline market generate', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  const generate = (...args: readonly string[]) =>
    streakline(['market', 'generate', '--instruments', '3', '--years', '2', '--announcements', '24', ...args], '', {
      STREAKLINE_DATABASE_URL: database.url,
    });

  it('writes a market, once', async () => {
    const first = await generate('--json');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const written = JSON.parse(first.stdout) as { events: number };
    expect(written).toMatchObject({
      instruments: 4,
      announcements: 24,
      added: written.events,
      position: written.events,
    });
    const again = await generate();
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('all of it was on record already');
  });

  it('refuses another one beside it, and options that cannot be', async () => {
    const other = await generate('--seed', '2');
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('streakline: ARCX:SMKT is on record already, and not from this market');
    expect(await generate('--end', '2025-02-30')).toMatchObject({ code: 2, stdout: '' });
  });

  it('leaves no folder behind where its options cannot be', async () => {
    const market = join(folder, 'market');
    for (const wrong of [
      ['--end', '1995-01-01'],
      ['--end', 'soon'],
      ['--instruments', '2', '--faults', '3'],
    ]) {
      const refused = await streakline(['market', 'generate', '--data-dir', market, ...wrong]);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(existsSync(market)).toBe(false);
    }
  });
});

describe('streakline tearsheet', () => {
  const folder = temporaryFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('gives the figures of a series as text, as JSON and as a page', async () => {
    const returns = file('fund.csv', 'date,return\n2026-01-02,0.1\n2026-01-05,-0.05\n2026-01-06,0.02\n');
    const benchmark = file('index.csv', 'date,return\n2026-01-02,0.05\n2026-01-05,-0.02\n');
    const page = join(folder, 'fund.html');
    const text = await streakline(['tearsheet', '--returns', returns, '--benchmark', benchmark, '--html', page]);
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/Total return +\+6\.59%/);
    expect(text.stderr).toContain('has no row for 1 of 3 dates');
    expect(readFileSync(page, 'utf8')).toContain('<h1>Returns of fund.csv</h1>');
    const json = await streakline(['tearsheet', '--returns', returns, '--json']);
    const { metrics, missing } = JSON.parse(json.stdout) as { metrics: { totalReturn: number }; missing: object };
    expect(metrics.totalReturn).toBeCloseTo(1.1 * 0.95 * 1.02 - 1, 12);
    expect(missing).toMatchObject({ beta: 'no benchmark was given' });
  });

  it('says what is wrong with a file, and where', async () => {
    const returns = file('bad.csv', 'date,return\n2026-01-02,0.1\n2026-01-02,0.2\n');
    expect(await streakline(['tearsheet', '--returns', returns])).toEqual({
      code: 2,
      stdout: '',
      stderr: `streakline: ${returns}:3: date: 2026-01-02 stands on line 2 already\n`,
    });
  });
});
