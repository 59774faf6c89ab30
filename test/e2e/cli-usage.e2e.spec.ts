import { streakline } from './cli-process';

describe('a mistyped command', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['dmeo']],
    ['a group without a command', ['sessions']],
    ['an unknown command of a group', ['projections', 'rebuilt']],
    ['an unknown option', ['demo', '--onec']],
    ['a missing option', ['sessions', 'day0']],
    ['an option without its value', ['serve', '--port']],
    ['a port that is none', ['serve', '--port', '80a']],
    ['an unknown exchange', ['sessions', 'list', '--exchange', 'NYSE', '--from', '2026-01-02', '--to', '2026-01-05']],
    [
      'a date that does not exist',
      ['sessions', 'list', '--exchange', 'XNYS', '--from', '2026-02-30', '--to', '2026-03-05'],
    ],
    [
      'a range that runs backwards',
      ['sessions', 'list', '--exchange', 'XNYS', '--from', '2026-03-05', '--to', '2026-03-02'],
    ],
    [
      'years that the calendar does not cover',
      ['sessions', 'list', '--exchange', 'XNYS', '--from', '1985-01-02', '--to', '1990-02-01'],
    ],
    ['an address that is not loopback', ['serve', '--host', '0.0.0.0', '--port', '0', '--data-dir', '/nowhere/at/all']],
    ['a data folder that does not exist', ['projections', 'status', '--data-dir', '/nowhere/at/all']],
  ])('%s: one line on standard error, nothing on standard output, exit code 2', async (_what, args) => {
    const { code, stdout, stderr } = await streakline(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^streakline: [^\n]+\n$/);
  });
});

describe('STREAKLINE_TRUST_NETWORK of serve', () => {
  it.each([
    ['false', /STREAKLINE_TRUST_NETWORK=true/],
    ['', /STREAKLINE_TRUST_NETWORK=true/],
    ['maybe', /'STREAKLINE_TRUST_NETWORK' is invalid\. Give true or false/],
  ])('is read, not only looked for: %j opens nothing', async (value, said) => {
    const args = ['serve', '--host', '0.0.0.0', '--port', '0', '--data-dir', '/nowhere/at/all'];
    const { code, stdout, stderr } = await streakline(args, '', { STREAKLINE_TRUST_NETWORK: value });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});

describe('streakline --help', () => {
  it.each([
    [[]],
    [['demo']],
    [['serve']],
    [['sessions', 'list']],
    [['sessions', 'day0']],
    [['projections', 'status']],
    [['projections', 'rebuild']],
    [['keys', 'create']],
    [['keys', 'list']],
    [['keys', 'revoke']],
  ])('of %j shows an example on standard output', async (command) => {
    const { code, stdout, stderr } = await streakline([...command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: streakline/);
    expect(stdout).toMatch(/Examples?:\n.*streakline/);
  });

  it('--version prints the version alone', async () => {
    const { version } = jest.requireActual<{ version: string }>('../../package.json');
    expect(await streakline(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
