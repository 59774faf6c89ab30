import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../..');
const run = promisify(execFile);
const HOUR = 3_600_000;

/** A checkout with a dashboard of one line, and the builder of this one. */
function smallCheckout(withPackages = true): string {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-build-'));
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  const dashboard = join(folder, 'apps/dashboard');
  mkdirSync(join(dashboard, 'src'), { recursive: true });
  mkdirSync(join(folder, 'libs/words/src'), { recursive: true });
  cpSync(join(root, 'apps/dashboard/vite.config.mjs'), join(dashboard, 'vite.config.mjs'));
  writeFileSync(
    join(dashboard, 'index.html'),
    '<div id="root"></div><script type="module" src="/src/main.ts"></script>',
  );
  writeFileSync(join(dashboard, 'src/main.ts'), "import { word } from '@streakline/words';\ndocument.title = word;\n");
  writeFileSync(join(folder, 'libs/words/src/index.ts'), "export const word = 'first';\n");
  if (withPackages) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

describe('the build of the dashboard', () => {
  const folders: string[] = [];
  const checkout = (withPackages?: boolean): string => {
    const folder = smallCheckout(withPackages);
    folders.push(folder);
    return folder;
  };
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const find = async (folder: string) => {
    const builder = JSON.stringify(join(folder, 'bin/build-dashboard.js'));
    const script = `require(${builder}).findDashboard().then((found) => process.stdout.write(String(found)))`;
    return run(process.execPath, ['-e', script]);
  };

  it('is made when something that goes into it has changed, and is not changed afterwards', async () => {
    const folder = checkout();
    const first = await find(folder);
    expect(first.stderr).toMatch(/^streakline: built the dashboard in \d+\.\d s\n$/);
    expect(await find(folder)).toEqual({ stdout: first.stdout, stderr: '' });
    writeFileSync(join(folder, 'apps/dashboard/src/main.spec.ts'), '');
    expect((await find(folder)).stdout).toBe(first.stdout);

    writeFileSync(join(folder, 'libs/words/src/index.ts'), "export const word = 'second';\n");
    const second = await find(folder);
    expect(second.stdout).not.toBe(first.stdout);
    expect(readdirSync(join(folder, 'dist/dashboard'))).toHaveLength(2);
  });

  it('is compressed beforehand where that makes it smaller, and holds no text of a source map', async () => {
    const folder = checkout();
    writeFileSync(join(folder, 'libs/words/src/index.ts'), `export const word = '${'long '.repeat(200)}';\n`);
    const { stdout } = await find(folder);
    const [script = ''] = readdirSync(join(stdout, 'assets'));
    expect(readdirSync(join(stdout, 'assets'))).toEqual([script, `${script}.br`, `${script}.gz`]);
  });

  it('leaves the newest builds and all of the last hour, and removes older ones', async () => {
    const folder = checkout();
    const builds = join(folder, 'dist/dashboard');
    const ages = [0.5, 2, 3, 4, 5, 6];
    for (const age of ages) {
      mkdirSync(join(builds, `age-${age}`), { recursive: true });
      const at = new Date(Date.now() - age * HOUR);
      utimesSync(join(builds, `age-${age}`), at, at);
    }
    await find(folder);
    expect(readdirSync(builds).filter((name) => name.startsWith('age-'))).toEqual(['age-0.5', 'age-2', 'age-3']);
  });

  it('says in one line why there is none: its packages are missing, or it is broken', async () => {
    const bare = await find(checkout(false));
    expect(bare).toEqual({
      stdout: 'undefined',
      stderr:
        'streakline: no dashboard is served: what builds it is not installed: npm ci, without --omit=dev, installs it\n',
    });
    const folder = checkout();
    writeFileSync(join(folder, 'apps/dashboard/src/main.ts'), "import './nowhere';\n");
    const broken = await find(folder);
    expect(broken.stdout).toBe('undefined');
    expect(broken.stderr).toMatch(/^streakline: no dashboard is served: .*'\.\/nowhere' in .*main\.ts\n$/);
    expect(existsSync(join(folder, 'dist/dashboard'))).toBe(false);
  });
});
