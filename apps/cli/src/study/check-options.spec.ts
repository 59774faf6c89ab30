import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../failures';
import { checkOptions } from './check-options';

const folder = mkdtempSync(join(tmpdir(), 'streakline-options-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const within = (...names: string[]) => join(folder, ...names);

describe('options of a study that do not go together', () => {
  it.each([
    [{ logReturns: true, value: 'volatility' }, '--log-returns is for returns, not for --value volatility'],
    [{ tradeToTrade: true, value: 'log-volume' }, '--trade-to-trade is for returns, not for --value log-volume'],
    [{ details: true }, '--details is nothing without --json'],
    [
      { plot: within('one'), report: within('x', '..', 'one') },
      `--plot and --report are both to be written to ${within('one')}: give each a file of its own`,
    ],
    [{ plot: within('none', 'a.svg') }, `--plot ${within('none', 'a.svg')}: there is no folder ${within('none')}`],
    [{ report: folder }, `--report ${folder} is a folder, not a file`],
  ])('%j are refused', async (options, message) => {
    const refused = checkOptions(options);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  });

  it.each([
    { logReturns: true, tradeToTrade: true, value: 'return' },
    { details: true, json: true },
    { value: 'volatility' },
    { plot: within('a.svg'), report: within('a.html') },
    { plot: 'a-file-that-is-not-there.svg' },
  ])('%j are not', async (options) => {
    await expect(checkOptions(options)).resolves.toBeUndefined();
  });
});
