import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, whyNoBrowser } from './find-browser';

describe('the browser to test in', () => {
  const environment = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), 'streakline-browser-'));
  afterEach(() => {
    process.env = { ...environment };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the one that is named, and one that is named wrongly is not replaced by another', async () => {
    const named = join(folder, 'mine');
    process.env['STREAKLINE_BROWSER'] = named;
    expect(whyNoBrowser()).toBe(`STREAKLINE_BROWSER names ${named}, which is not there.`);
    await expect(findBrowser()).rejects.toThrow(named);
    writeFileSync(named, '');
    expect(whyNoBrowser()).toBeNull();
    expect(await findBrowser()).toEqual({ executable: named, environment: {} });
  });

  it('is one that is installed, by the order of the PATH', async () => {
    delete process.env['STREAKLINE_BROWSER'];
    process.env['PATH'] = `${folder}:${process.env['PATH'] ?? ''}`;
    writeFileSync(join(folder, 'google-chrome'), '');
    expect((await findBrowser()).executable).toBe(join(folder, 'google-chrome'));
  });
});
