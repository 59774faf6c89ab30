import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseUser } from '../run-as';
import { findBinaryPackage } from './binary-package';
import { runnableBinaries } from './runnable-binaries';

describe('the binaries that the server runs from', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'streakline-binaries-'));
    chmodSync(folder, 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const user = chooseUser();
  const installed = findBinaryPackage();
  /** The package as npm leaves it when it runs no install scripts: without the libraries' symbolic links. */
  const withoutLinks = () => {
    const native = join(folder, 'native');
    cpSync(installed.folder, native, {
      recursive: true,
      filter: (path) =>
        !/\.so(\.\d+)?$/.test(path) ||
        path.includes('postgresql') ||
        /(crypto|ssl|lzma|uuid|xml2|xslt|libz)/.test(path),
    });
    return { ...installed, folder: native };
  };

  it('are the installed ones where the user can run them', () => {
    expect(runnableBinaries(installed, user, [])).toBe(installed.folder);
  });

  it('are a private copy, links made, where no install script was run; made once', () => {
    const cache = join(folder, 'cache');
    const broken = withoutLinks();
    const copy = runnableBinaries(broken, user, [cache]);
    expect(copy).toBe(join(cache, `postgres-${installed.key}`));
    expect(spawnSync(join(copy, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout).toMatch(
      /PostgreSQL\) 18/,
    );
    const made = statSync(copy).ctimeMs;
    expect(runnableBinaries(broken, user, [cache])).toBe(copy);
    expect([statSync(copy).ctimeMs, readdirSync(cache)]).toEqual([made, [`postgres-${installed.key}`]]);
  });

  it('are not taken from a folder that others can write to', () => {
    const open = join(folder, 'open');
    cpSync(installed.folder, join(open, `postgres-${installed.key}`), { recursive: true, verbatimSymlinks: true });
    chmodSync(open, 0o777);
    expect(() => runnableBinaries(withoutLinks(), user, [open])).toThrow(/cannot be run/);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('are a copy that the server’s user can read where that user cannot read the checkout', () => {
    const closed = join(folder, 'closed');
    cpSync(installed.folder, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    chmodSync(closed, 0o700);
    const copy = runnableBinaries({ ...installed, folder: join(closed, 'native') }, user, [join(folder, 'cache')]);
    expect(copy).toBe(join(folder, 'cache', `postgres-${installed.key}`));
  });
});
