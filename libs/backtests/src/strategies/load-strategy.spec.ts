import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { strategyFolder, strategySource } from '../../test/strategy-folder';
import { loadStrategy } from './load-strategy';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('loading a strategy', () => {
  const folder = strategyFolder();
  const load = (name: string, source: string) => loadStrategy(folder.write(name, source));

  it('tells its name, its parameters, and a hash of its sources', async () => {
    const source = strategySource(`description: 'Does nothing.', params: { hold: 5, short: false, mode: 'a' },`);
    const code = await load('plain/under-test.ts', source);
    expect(code).toMatchObject({
      name: 'under-test',
      description: 'Does nothing.',
      params: { hold: 5, short: false, mode: 'a' },
      codeHash: sha256(`under-test.ts\0${sha256(source)}\n`),
    });
  });

  it('takes files of its folder in, TypeScript and JSON, and hashes them all', async () => {
    folder.write('several/limits.json', '{ "hold": 7 }');
    folder.write(
      'several/inner/twice.ts',
      `import limits from '../limits.json';\nexport const twice = 2 * limits.hold;`,
    );
    folder.write('several/unused.ts', 'export const nothing = 0;');
    const source = strategySource('params: { hold: twice },', `import { twice } from './inner/twice';`);
    const { modules, codeHash, params } = await load('several/main.ts', source);
    expect(params).toEqual({ hold: 14 });
    expect(modules.map(({ path }) => path)).toEqual(['main.ts', 'inner/twice.ts', 'limits.json']);
    folder.write('several/limits.json', '{ "hold": 8 }');
    const changed = await loadStrategy(join(folder.path, 'several/main.ts'));
    expect(changed.params).toEqual({ hold: 16 });
    expect(changed.codeHash).not.toBe(codeHash);
  });

  it('needs nothing at run time of what it imports for its types alone', async () => {
    const more = `import type { KnownAct } from '@streakline/dossiers';\nconst last: KnownAct | null = null;`;
    expect((await load('types.ts', strategySource('state: () => last,', more))).modules).toHaveLength(1);
  });

  it.each([
    [
      'a package',
      `import { readFileSync } from 'node:fs';\nreadFileSync('x');`,
      /imports 'node:fs': a strategy may import/,
    ],
    ['what lies outside its folder', `import x from '../x';\nx();`, /imports '\.\.\/x': it lies outside/],
    ['what is not there', `import x from './x';\nx();`, /imports '\.\/x': no \.ts or \.json file/],
    ['what is named at run time', `const name = 'node:' + 'fs';\nrequire(name);`, /asks for 'node:fs' while it runs/],
  ])('may not import %s', async (_, more, message) => {
    await expect(load('imports/main.ts', strategySource('', more))).rejects.toMatchObject({
      code: 'importNotAllowed',
      message: expect.stringMatching(message),
    });
  });

  it('may not import what a link leads to, outside of its folder', async () => {
    folder.write('elsewhere.ts', 'export const x = 1;');
    folder.write('linked/other.ts', '');
    symlinkSync(join(folder.path, 'elsewhere.ts'), join(folder.path, 'linked/inside.ts'));
    const source = strategySource('params: { x },', `import { x } from './inside';`);
    await expect(load('linked/main.ts', source)).rejects.toMatchObject({ code: 'importNotAllowed' });
  });

  it.each([
    ['syntax', 'export default {', 'strategyUnreadable', /syntax\.ts: .*Expected/s],
    ['nothing', 'export const strategy = 1;', 'badStrategy', /has no strategy: end it with `export default/],
    [
      'throws',
      `\n\nconst none: number[] | undefined = undefined;\nnone!.push(1);\nexport default {};`,
      'badStrategy',
      /TypeError: .*\(throws\.ts:4:\d+\)/,
    ],
    ['name', strategySource('').replace('under-test', 'Under Test'), 'badStrategy', /kebab-case/],
    ['endless', 'for (;;);', 'timeLimit', /endless\.ts: its top level did not end within 5 s/],
  ])('says in words what is wrong with a file of %s', async (name, source, code, message) => {
    const failing = expect(load(`${name}.ts`, source)).rejects;
    await failing.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('says that there is no such file, or that it is none of TypeScript', async () => {
    await expect(loadStrategy(join(folder.path, 'none.ts'))).rejects.toMatchObject({ code: 'strategyNotFound' });
    await expect(load('drift.js', '')).rejects.toMatchObject({ code: 'strategyUnreadable' });
  });
});
