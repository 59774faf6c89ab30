import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InstrumentsModule, ListInstrument } from '@streakline/instruments';
import { type Commands, startCommands } from '@streakline/testing';
import { streakline, temporaryFolder } from './cli-process';

const [RESULTS, DEAL] = ['0001234567-26-000001', '0001234567-26-000002'];

const submissions = {
  ...{ cik: '0001234567', name: 'EXAMPLE TRADING CORP', tickers: ['EXMP'], exchanges: ['Nasdaq'] },
  filings: {
    recent: {
      accessionNumber: [RESULTS, DEAL, 'broken'],
      filingDate: ['2026-02-05', '2026-02-27', '2026-02-27'],
      reportDate: ['2026-02-05', '2026-02-27', '2026-02-27'],
      acceptanceDateTime: ['2026-02-05T16:02:22.000Z', '2026-02-27T08:49:10.000Z', '2026-02-27T08:49:10.000Z'],
      form: ['8-K', '8-K', '8-K'],
      items: ['2.02,9.01', '1.01,7.01', ''],
    },
    files: [],
  },
};

describe('streakline import edgar', () => {
  const folder = temporaryFolder();
  let commands: Commands;

  beforeAll(async () => {
    commands = await startCommands(InstrumentsModule);
    mkdirSync(join(folder, 'headers'));
    writeFileSync(join(folder, 'CIK0001234567.json'), JSON.stringify(submissions));
    const header = `<ACCEPTANCE-DATETIME>20260205160222\n<ACCESSION-NUMBER>${RESULTS}\n`;
    writeFileSync(join(folder, 'headers', `${RESULTS}.hdr.sgml`), header);
  });
  afterAll(() => commands.dispose());
  const run = (...args: readonly string[]) =>
    streakline(['import', 'edgar', ...args], '', { STREAKLINE_DATABASE_URL: commands.made.url });

  it('wants an issuer on record, and says how to get one there', async () => {
    const refused = await run(folder);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/EXAMPLE TRADING CORP \(CIK 0001234567, EXMP\) .*POST \/v1\/instruments/);
  });

  it('records what filings told, names what it refuses, and says how sure the times are', async () => {
    const listing = { symbol: 'EXMP', mic: 'XNAS', name: 'Example Trading', currency: 'USD', cik: '1234567' };
    await commands.accept(new ListInstrument(listing, commands.context()));
    const dry = await run(folder, '--dry-run');
    expect(dry).toMatchObject({ code: 3, stderr: '' });
    expect(dry.stdout).toContain('announcements: 2 to record (1 earnings, 1 deal)');
    const wet = await run(folder, '--json');
    expect(wet).toMatchObject({ code: 3, stderr: '' });
    expect(JSON.parse(wet.stdout)).toMatchObject({
      dryRun: false,
      issuers: [
        {
          announcements: { recorded: 2, before: 0 },
          times: { stated: 1, inferred: 1 },
          refused: [{ reason: expect.stringContaining('"broken" is no accession number') as string }],
          filings: [
            { accession: RESULTS, kind: 'earnings', moment: { at: '2026-02-05T21:02:22.000Z' }, certainty: 'stated' },
            // 08:49 in New York; 03:49 would be before EDGAR opens.
            { accession: DEAL, kind: 'deal', moment: { at: '2026-02-27T13:49:10.000Z' }, certainty: 'inferred' },
          ],
        },
      ],
    });
    const again = await run(folder, '--kinds', 'earnings');
    expect(again.stdout).toContain('announcements: 0 recorded, 1 known before (1 earnings)');
    expect(again.stdout).toContain('times: 1 stated');
  });

  it('is told of mistakes in one line', async () => {
    const kind = await run(folder, '--kinds', 'earnings,rumour');
    expect(kind).toMatchObject({ code: 2, stdout: '' });
    expect(kind.stderr).toContain('"rumour" is no kind');
    const none = await run(join(folder, 'headers', 'missing'));
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toMatch(/missing: there is no such file or folder/);
    writeFileSync(join(folder, 'releases.json'), '[{"accession":"x"}]');
    const releases = await run(folder, '--sources', join(folder, 'releases.json'));
    expect(releases.code).toBe(2);
    expect(releases.stderr).toMatch(/^streakline: --sources .*releases.json: entry 1, accession: .*\n$/);
  });
});
