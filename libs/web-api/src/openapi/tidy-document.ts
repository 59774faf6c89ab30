import type { OpenAPIObject } from '@nestjs/swagger';

/** Patterns that only repeat, in 200 characters, what `format` says. */
const SAID_BY_FORMAT = new Set(['date', 'date-time']);

/** What is left out of the names that classes give to schemas. */
const SUFFIXES = /(?:Dto)?(?:_Output)?$/;

const PATH_PARAMETERS: Readonly<Record<string, object>> = {
  ref: {
    description: 'An instrument id, or MIC:SYMBOL as of now or as it once was.',
    schema: { type: 'string' },
    example: 'XNAS:AMZN',
  },
  studyId: {
    description: "A study's id.",
    schema: { type: 'string', pattern: '^stu_[0-9a-f]{32}$' },
  },
  id: {
    description: "An announcement's id. A correction takes an amendment's, too.",
    schema: { type: 'string', pattern: '^(ann|amd)_[0-9a-f]{32}$' },
  },
};

/** Makes the generated document readable: short names, no patterns that a format says already, path parameters explained. */
export function tidyDocument(document: OpenAPIObject): OpenAPIObject {
  const names = shortNames(Object.keys(document.components?.schemas ?? {}));
  const tidy = (value: unknown, key?: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => tidy(item));
    if (typeof value === 'string') return key === '$ref' ? renamedRef(value, names) : value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(explained(value)).filter(([name]) => !(name === 'pattern' && saysFormat(value)));
    return Object.fromEntries(
      entries.map(([name, inner]) => [key === 'schemas' ? (names.get(name) ?? name) : name, tidy(inner, name)]),
    );
  };
  return tidy(document) as OpenAPIObject;
}

function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const short = new Map(names.map((name) => [name, name.replace(SUFFIXES, '')]));
  if (new Set(short.values()).size < names.length)
    throw new Error(`Two schemas have one name among ${names.join(', ')}.`);
  return short;
}

function renamedRef(ref: string, names: ReadonlyMap<string, string>): string {
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  return `${ref.slice(0, -name.length)}${names.get(name) ?? name}`;
}

function saysFormat(value: object): boolean {
  return 'format' in value && SAID_BY_FORMAT.has(String(value.format));
}

function explained(value: object): object {
  if (!('in' in value) || value.in !== 'path' || !('name' in value)) return value;
  return { ...value, ...PATH_PARAMETERS[String(value.name)] };
}
