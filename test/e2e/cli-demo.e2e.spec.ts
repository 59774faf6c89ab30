import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactionAnswer } from '../../apps/cli/src/demo/answers';
import { streakline, streaklineUntil, temporaryFolder } from './cli-process';

/*
 * The figures of examples/amazon-2026/README.md, which were computed apart from this project: returns to 5e-6, t to
 * 5e-4, dollars to 0.1 billion.
 */
interface DemoDocument {
  readonly announcements: readonly {
    readonly id: string;
    readonly headline: string;
    readonly kind: string;
    readonly reactions: readonly ReactionAnswer[];
  }[];
}

jest.setTimeout(120_000);

const folder = temporaryFolder();
const demo = (...args: readonly string[]) => streakline(['demo', '--once', ...args], '', { TMPDIR: folder });

const RETURN = 5e-6;
const T = 5e-4;
const DOLLARS = 0.1e9;

function near(actual: number | null | undefined, expected: number, tolerance: number): void {
  expect(typeof actual).toBe('number');
  expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(tolerance);
}

describe('streakline demo --once --json', () => {
  let earnings: ReactionAnswer;
  let deal: ReactionAnswer;
  let document: DemoDocument;

  beforeAll(async () => {
    const { code, stdout } = await demo('--json');
    expect(code).toBe(0);
    // Exactly one document: what JSON.parse would not take is not there.
    document = JSON.parse(stdout) as DemoDocument;
    const reactions = document.announcements.map((announcement) => announcement.reactions);
    expect(reactions.map((each) => each.length)).toEqual([1, 1]);
    [earnings, deal] = reactions.flat() as [ReactionAnswer, ReactionAnswer];
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has two announcements with one reaction each', () => {
    expect(document.announcements.map(({ kind }) => kind)).toEqual(['earnings', 'deal']);
    expect(document.announcements.map(({ id }) => id)).toEqual([earnings.of, deal.of]);
    expect([earnings.instrument, deal.instrument]).toEqual(['XNAS:AMZN', 'XNAS:AMZN']);
    expect([earnings.benchmark, deal.benchmark]).toEqual(['ARCX:SPY', 'ARCX:SPY']);
  });

  it('dates the earnings to the session after it: the report came after the close', () => {
    expect(earnings).toMatchObject({ timing: 'afterClose', baseSession: '2026-02-05', day0: '2026-02-06' });
    near(earnings.return, 210.32 / 222.69 - 1, RETURN);
    near(earnings.gapReturn, 202.7 / 222.69 - 1, RETURN);
    near(earnings.openToClose, 210.32 / 202.7 - 1, RETURN);
    near(earnings.volumeRatio, 4.02, 0.005);
  });

  it('measures what the market does not explain, with the forecast-error term', () => {
    near(earnings.abnormalReturn, -0.0803813, RETURN);
    near(earnings.tStatistic, -5.4483, T);
    near(deal.abnormalReturn, 0.0173685, RETURN);
    near(deal.tStatistic, 1.1241, T);
  });

  it('splits the nine falling closes into three before the report and six from day 0 on', () => {
    expect(earnings.relation).toBe('extended');
    expect(earnings.streak).toMatchObject({
      direction: 'falling',
      start: '2026-02-03',
      end: '2026-02-13',
      length: 9,
      lengthAtBase: 3,
      lengthFromDay0: 6,
      inForce: false,
    });
    near(earnings.streak?.return, -0.1818, RETURN);
    near(earnings.streak?.returnFromDay0, -0.107324, RETURN);
    expect(earnings.begun).toBeNull();
  });

  it('splits its dollars by price and share count, and by before and after the report', () => {
    near(earnings.streak?.marketCapChange, -463.3e9, DOLLARS);
    near(earnings.streak?.priceEffect, -472.2e9, DOLLARS);
    near(earnings.streak?.shareCountEffect, 8.9e9, DOLLARS);
    near(earnings.streak?.marketCapChangeFromDay0, -246.6e9, DOLLARS);
  });

  it('lets the deal end a fall of one session and begin a rise', () => {
    expect(deal).toMatchObject({
      timing: 'preMarket',
      baseSession: '2026-02-26',
      day0: '2026-02-27',
      relation: 'ended',
    });
    near(deal.return, 0.010004, RETURN);
    expect(deal.streak).toMatchObject({
      direction: 'falling',
      start: '2026-02-26',
      end: '2026-02-26',
      length: 1,
      lengthFromDay0: 0,
    });
    near(deal.streak?.return, -0.012913, RETURN);
    near(deal.streak?.marketCapChange, -29.2e9, DOLLARS);
    expect(deal.begun).toMatchObject({
      direction: 'rising',
      start: '2026-02-27',
      end: '2026-02-27',
      length: 1,
      lengthAtBase: 0,
    });
    near(deal.begun?.return, 0.010004, RETURN);
    near(deal.begun?.marketCapChange, 22.33e9, DOLLARS);
  });

  it('marks the windows that the tape does not fill', () => {
    const incomplete = ({ windows }: ReactionAnswer) =>
      windows.filter(({ complete }) => !complete).map(({ from, to }) => [from, to]);
    expect(earnings.windows.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [0, 1],
      [-1, 1],
      [0, 5],
      [-5, 5],
      [0, 20],
      [1, 20],
      [2, 60],
    ]);
    expect(incomplete(earnings)).toEqual([
      [0, 20],
      [1, 20],
      [2, 60],
    ]);
    expect(incomplete(deal)).toEqual([
      [0, 20],
      [1, 20],
      [2, 60],
    ]);
    expect(earnings.windows.find(({ to }) => to === 20)).toMatchObject({
      return: null,
      abnormalReturn: null,
      through: '2026-03-06',
    });
  });

  it("notes that the deal's estimation window contains the earnings", () => {
    expect(deal.notes).toContainEqual(
      expect.objectContaining({ code: 'announcementInEstimationWindow', of: earnings.of }),
    );
  });
});

/** What the README shows of the report. */
const shown = /^```text\n([\s\S]*?)^```$/m.exec(readFileSync(join(__dirname, '../../README.md'), 'utf8'))?.[1] ?? '';

describe('streakline demo --once', () => {
  it('tells the story in plain text and leaves nothing behind', async () => {
    const { code, stdout } = await demo();
    expect(code).toBe(0);
    expect(stdout).toContain('9 falling closes in a row, 2026-02-03 to 2026-02-13');
    expect(stdout).toMatch(/contradicted .* 3 came before it, 6 from day 0 on/);
    expect(stdout).toMatch(/the whole fall +9 +-18\.18% +-\$463\.3 bn +-\$472\.2 bn +\+\$8\.9 bn/);
    expect(stdout).toMatch(/from day 0 on +6 +-10\.73% +-\$246\.6 bn/);
    expect(stdout).toMatch(/longest losing streak since 2006.*\n +uncheckable/);
    expect(shown.split('\n').filter((line) => !stdout.includes(line))).toEqual([]);
    expect(shown).toContain('from day 0 on');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('streakline demo --data-dir', () => {
  const kept = join(temporaryFolder(), 'kept');

  it('leaves its data for the commands that follow, and is not to be had with --kafka', async () => {
    expect((await demo('--data-dir', kept)).code).toBe(0);
    const { stdout } = await streakline(['projections', 'status', '--json', '--data-dir', kept]);
    const [dossiers] = (JSON.parse(stdout) as { data: { partitions: { position: number }[] }[] }).data;
    expect(Math.max(...(dossiers?.partitions ?? []).map(({ position }) => position))).toBeGreaterThan(10);
    expect(await demo('--data-dir', kept, '--kafka')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('streakline demo', () => {
  const stopped = (text: string, signal: NodeJS.Signals) => streaklineUntil(text, signal, ['demo'], { TMPDIR: folder });

  it('serves after its report until it is stopped, which is no failure', async () => {
    const { code, stdout } = await stopped('The API stays up', 'SIGINT');
    expect(code).toBe(0);
    expect(stdout).toContain('the whole fall');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stopped before its report it says so, exits with 130 and leaves nothing behind', async () => {
    const { code, stdout, stderr } = await stopped('Starting Streakline', 'SIGTERM');
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/^streakline: stopped before/m);
    expect(readdirSync(folder)).toEqual([]);
  });
});
