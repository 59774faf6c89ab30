import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aZip, type ZipEntry } from '../../test/zip';
import { zipEntries } from './zip-entries';

describe('the files in a zip', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-zip-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let zips = 0;
  const zipOf = (bytes: Buffer) => {
    const path = join(folder, `${++zips}.zip`);
    writeFileSync(path, bytes);
    return path;
  };
  const entriesOf = (entries: readonly ZipEntry[]) => zipEntries(zipOf(aZip(entries)), () => true);

  it('are read by their bare names, those that are wanted', async () => {
    const path = zipOf(
      aZip(['a/CIK0000000001.json', 'CIK0000000002.json', 'a/'].map((name) => ({ name, text: name }))),
    );
    const found = await zipEntries(path, (name, { files }) => files === 3 && name.endsWith('1.json'));
    expect(found).toMatchObject([{ name: 'CIK0000000001.json', file: `${path}!a/CIK0000000001.json` }]);
    expect(await found[0]?.text()).toBe('a/CIK0000000001.json');
    expect(await found[0]?.head()).toBe('a/CIK0000000001.json');
  });

  it('that swell beyond reason are refused before they are unpacked', async () => {
    const [bomb] = await entriesOf([{ name: 'a.json', text: Buffer.alloc(40 * 1024 * 1024, ' ') }]);
    await expect(bomb?.text()).rejects.toMatchObject({
      code: 'archive',
      message: expect.stringContaining('swell') as string,
    });
    const [huge] = await entriesOf([{ name: 'a.json', text: 'x', saidSize: 3_000_000_000 }]);
    await expect(huge?.text()).rejects.toMatchObject({ code: 'tooLarge' });
  });

  it('that are not as long as they say, or damaged, are refused', async () => {
    const [short] = await entriesOf([{ name: 'a.json', text: 'x'.repeat(5_000), saidSize: 10 }]);
    await expect(short?.text()).rejects.toMatchObject({ code: 'archive' });
    const bytes = aZip([{ name: 'a.json', text: Buffer.from('0123456789') }]);
    bytes[40] = (bytes[40] ?? 0) ^ 0xff;
    const [damaged] = await zipEntries(zipOf(bytes), () => true);
    await expect(damaged?.text()).rejects.toMatchObject({ code: 'archive' });
  });

  it.each(['../../CIK0000000001.json', '/etc/CIK0000000001.json'])(
    'that lead out of their folder (%s) make the archive one to refuse',
    async (name) => {
      await expect(entriesOf([{ name, text: '{}' }])).rejects.toMatchObject({ code: 'archive' });
    },
  );

  it('of an archive that is none, or cut off, cannot be listed', async () => {
    const whole = aZip([{ name: 'a.json', text: 'x' }]);
    for (const bytes of [Buffer.from('no zip'), whole.subarray(0, -8)]) {
      await expect(zipEntries(zipOf(bytes), () => true)).rejects.toMatchObject({ code: 'archive' });
    }
  });
});
