import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = (path: string): Record<string, Record<string, unknown>> => JSON.parse(text(path));
const foldersOf = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, path, entry.name, 'src')))
    .map((entry) => entry.name);
const markdownIn = (path: string): string[] =>
  readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(path, name));

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdownIn('docs'), ...markdownIn('examples')];

/** Targets of links that stay in this repository, without their fragment. */
function localLinks(document: string): string[] {
  return [...text(document).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^(https?:|#|mailto:)/.test(target))
    .map((target) => target.replace(/#.*$/, ''));
}

describe('the workspace', () => {
  it.each(documents)('%s links to nothing that is not there', (document) => {
    const broken = localLinks(document).filter((target) => !existsSync(join(root, dirname(document), target)));
    expect(broken).toEqual([]);
  });

  it('is known to the generators: nest-cli.json lists every app and lib', () => {
    const listed = Object.values(json('nest-cli.json')['projects']!).map(
      (project) => (project as { root: string }).root,
    );
    const there = ['apps', 'libs'].flatMap((kind) => foldersOf(kind).map((name) => `${kind}/${name}`));
    expect(listed.sort()).toEqual(there.sort());
  });

  it('has its decisions numbered without gaps, each in the index', () => {
    const pages = readdirSync(join(root, 'docs/adr')).filter((name) => /^\d{4}-/.test(name));
    expect(pages.map((name) => Number(name.slice(0, 4)))).toEqual(pages.map((_, index) => index + 1));
    expect(localLinks('docs/adr/README.md')).toEqual(pages);
  });

  it('names in CONTRIBUTING.md only folders and files that exist', () => {
    const named = [
      ...text('CONTRIBUTING.md').matchAll(/`((?:apps|libs|test|docs|bench|bin|infra|\.ci|\.dep)[\w./-]*)`/g),
    ];
    expect(named.map(([, path]) => path!).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('gives a reason for every package that it runs on', () => {
    const reasons = text('docs/adr/0013-dependencies-and-why.md');
    const { dependencies = {}, optionalDependencies = {} } = json('package.json');
    const isReasoned = (name: string): boolean => {
      const [scope, short] = name.includes('/') ? (name.split('/') as [string, string]) : ['', name];
      return (
        [name, `${scope}/*`].some((form) => reasons.includes(form)) || (scope !== '' && reasons.includes(`, ${short}`))
      );
    };
    const unreasoned = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)].filter(
      (name) => !isReasoned(name),
    );
    expect(unreasoned).toEqual([]);
  });
});
