import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InstrumentsModule, ListInstrument } from '@streakline/instruments';
import { type Commands, startCommands, until } from '@streakline/testing';
import { type EdgarServer, silent, startEdgarServer, status } from '../../libs/edgar-pull/test/edgar-server';
import { deal, headerPath, serveIssuer, submissionsPath } from '../../libs/edgar-pull/test/issuer';
import { startStreakline, streakline, temporaryFolder } from './cli-process';

const contact = 'A Test test@example.com';

describe('streakline pull edgar', () => {
  const folder = temporaryFolder();
  let server: EdgarServer;
  beforeEach(async () => {
    server = await startEdgarServer();
    serveIssuer(server);
  });
  afterEach(() => server.close());
  const args = (out: string, ...more: readonly string[]) => [
    ...['pull', 'edgar', '--cik', '1018724', '--base-url', server.url, '--out', join(folder, out)],
    ...more,
  ];

  it('fetches the filings and records what they told; the second time nothing is new', async () => {
    const commands: Commands = await startCommands(InstrumentsModule);
    try {
      const listing = { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com, Inc.', currency: 'USD', cik: '0001018724' };
      await commands.accept(new ListInstrument(listing, commands.context()));
      const env = { STREAKLINE_DATABASE_URL: commands.made.url, STREAKLINE_EDGAR_CONTACT: contact };
      const since = ['--since', '2026-01-01', '--json'];
      const first = await streakline(args('recorded', ...since), '', env);
      expect(first.stderr).toContain('AMAZON COM INC (CIK 0001018724): 4 filings; 5 files fetched');
      expect(JSON.parse(first.stdout)).toMatchObject({
        issuers: [{ cik: '0001018724', announcements: { recorded: 2 } }],
      });
      const head = await commands.made.store.head();
      const again = await streakline(args('recorded', ...since), '', env);
      expect(again.stderr).toContain('0 files fetched');
      expect(await commands.made.store.head()).toBe(head);
    } finally {
      await commands.dispose();
    }
  });

  it('goes on after Ctrl-C where it was', async () => {
    const only = args('interrupted', '--no-import', '--json', '--contact', contact);
    server.next(headerPath(deal), silent);
    const { child, finished } = startStreakline(only);
    const isThere = () => Promise.resolve(server.asked.some(({ path }) => path === headerPath(deal)));
    await until('it is at the header', isThere, { patienceMs: 90_000 });
    child.kill('SIGINT');
    const interrupted = await finished;
    expect(interrupted).toMatchObject({ code: 130, stdout: '' });
    expect(interrupted.stderr).toContain('the same command goes on');
    const again = await streakline(only);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    const pulled = JSON.parse(again.stdout) as { files: { new: number; unchanged: number; kept: number } };
    expect(pulled).toMatchObject({ cik: '0001018724', filings: 5, missing: [] });
    expect(pulled.files.unchanged).toBe(3);
  });

  it('says what EDGAR answered, in one line', async () => {
    server.next(submissionsPath, status(403, {}, '<html>Undeclared Automated Tool</html>'));
    const refused = await streakline(args('refused', '--no-import', '--contact', contact));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^streakline: .*answered 403.*Undeclared Automated Tool\n$/);
  });

  it('asks for nothing without a contact, a CIK, or a place to record in', async () => {
    for (const more of [['--no-import'], ['--contact', contact, '--data-dir', join(folder, 'nowhere')]])
      expect(await streakline(args('nothing', ...more))).toMatchObject({ code: 2, stdout: '' });
    expect(server.asked).toEqual([]);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });
});
