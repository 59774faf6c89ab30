import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './cli-process';
import { type HttpApi, startHttpApi } from './http-api';

const CLIENT = join(__dirname, '../../libs/client');
const run = promisify(execFile);

/** The blocks of a language in the README, joined. */
function blocks(markdown: string, language: string): string {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))]
    .map(([, text]) => text)
    .join('');
}

describe("the client's README", () => {
  const folder = temporaryFolder();
  let api: HttpApi;
  beforeAll(async () => {
    api = await startHttpApi();
  });
  afterAll(() => api.close());

  it('compiles and does what it shows, by the package as it is built for others', async () => {
    const built = join(folder, 'dist');
    await run(process.execPath, [join(CLIENT, 'build.cjs'), built]);
    writeFileSync(join(built, 'package.json'), '{"type":"module"}');
    const readme = readFileSync(join(CLIENT, 'README.md'), 'utf8');
    const program = blocks(readme, 'ts')
      .replaceAll("'@streakline/client'", "'./dist/index.js'")
      .replace('http://127.0.0.1:8080', api.url);
    const file = join(folder, 'readme.mts');
    writeFileSync(file, program);
    const tsc = require.resolve('typescript/bin/tsc');
    const settings =
      '--strict --target ES2022 --module NodeNext --moduleResolution NodeNext --lib ES2023,DOM,DOM.Iterable';
    await run(process.execPath, [tsc, ...settings.split(' '), '--skipLibCheck', '--types', 'node', file], {
      cwd: join(__dirname, '../..'),
    }).catch((error: unknown) => {
      throw new Error((error as { stdout: string }).stdout);
    });
    const { stdout } = await run(process.execPath, [join(folder, 'readme.mjs')]);
    expect(stdout).toBe(blocks(readme, 'text'));
  });
});
