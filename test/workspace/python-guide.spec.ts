import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

interface Parameter {
  readonly name: string;
  readonly in: string;
}
type Methods = Readonly<
  Record<'get' | 'post', { readonly parameters?: readonly Parameter[]; readonly responses: object } | undefined>
>;

/** Of an answer that is a page. */
interface ListSchema {
  readonly properties: { readonly data: { readonly items: { readonly properties: object } } };
}

/** The guide was run by hand, with the Python that it shows; this keeps what it names in step with the API. */
describe('the guide for Python', () => {
  const guide = read('docs/guides/python.md');
  const document = JSON.parse(read('docs/contracts/openapi.json')) as {
    readonly paths: Readonly<Record<string, Methods>>;
    readonly components: { readonly schemas: Readonly<Record<string, ListSchema>> };
  };
  const code = [...guide.matchAll(/^```python\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text).join('');
  const pathOf = (named: string) => named.replace(/\/instruments\/[A-Z]+:\w+/, '/instruments/{ref}');

  it('names routes that there are', () => {
    const named = [...code.matchAll(/\/v1\/[\w:/-]+/g)].map(([path]) => pathOf(path));
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((path) => !(path in document.paths))).toEqual([]);
  });

  it('asks by parameters, and in formats, that the events have', () => {
    const { parameters, responses } = document.paths['/v1/events']?.get ?? { responses: {} };
    const [, choice = ''] = /^choice = \{(.*)\}$/m.exec(code) ?? [];
    const named = [...choice.matchAll(/"(\w+)":/g)].map(([, name]) => name);
    expect(named).toEqual(['order', 'types', 'from', 'to']);
    expect(parameters?.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
    for (const [, type = ''] of code.matchAll(/"Accept": "([^"]+)"/g))
      expect(JSON.stringify(responses)).toContain(type);
  });

  it('lists the columns of an event', () => {
    const [, list = ''] = /^Columns: ([\s\S]*?)\.\n/m.exec(guide) ?? [];
    const named = [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const properties = document.components.schemas['EventsResponse']?.properties.data.items.properties ?? {};
    expect(named.sort()).toEqual(Object.keys(properties).sort());
  });

  it('takes columns of bars that there are', () => {
    const [, list = ''] = /bars\[\[(.*?)\]\]/.exec(code) ?? [];
    const named = [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name);
    const properties = document.components.schemas['BarsResponse']?.properties.data.items.properties ?? {};
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...named, 'session']));
  });
});
