import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileEntry, filesWithin } from './folder-entries';

describe('the files in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-folder-'));
  const path = (name: string) => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are found in its sub-folders, but not behind links, which may lead anywhere', async () => {
    mkdirSync(path('a'));
    writeFileSync(path('a/one.json'), '{}');
    writeFileSync(path('two.json'), '{}');
    symlinkSync(folder, path('a/again'));
    expect(await filesWithin(folder)).toEqual([path('a/one.json'), path('two.json')]);
  });

  it('of 3 GiB are refused unread, and their heads are read', async () => {
    writeFileSync(path('huge.txt'), '<ACCEPTANCE-DATETIME>20260205160222\n'.repeat(3_000));
    expect((await fileEntry(path('huge.txt')).head()).length).toBe(65_536);
    truncateSync(path('huge.txt'), 3 * 2 ** 30);
    await expect(fileEntry(path('huge.txt')).text()).rejects.toMatchObject({ code: 'tooLarge' });
  });

  it('that are gone or binary cannot be read', async () => {
    await expect(fileEntry(path('gone.json')).text()).rejects.toMatchObject({ code: 'unreadable' });
    writeFileSync(path('binary.json'), Buffer.from([123, 0, 1, 2]));
    await expect(fileEntry(path('binary.json')).text()).rejects.toThrow(/is binary/);
  });
});
