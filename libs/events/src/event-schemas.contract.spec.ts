import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { catalogue } from './catalogue';
import { jsonSchemaOfEvent } from './json-schema';

const folder = join(__dirname, '..', '..', '..', 'docs', 'contracts', 'events');
const types = [...catalogue.values()].map(({ name, version, schema }) => ({ name, version, schema }));
const fileOf = (name: string, version: number): string => `${name}.v${version}.schema.json`;

/*
 * What is stored is read for ever, so a schema that was released only changes under a new version with an upcaster.
 * `npm run contracts:update` writes these files.
 */
describe('the published event schemas', () => {
  beforeAll(() => {
    if (process.env['UPDATE_CONTRACTS'] !== '1') return;
    mkdirSync(folder, { recursive: true });
    for (const type of types) {
      writeFileSync(
        join(folder, fileOf(type.name, type.version)),
        `${JSON.stringify(jsonSchemaOfEvent(type), null, 2)}\n`,
      );
    }
  });

  it.each(types.map((type) => [type.name, type] as const))('say what %s is', (name, type) => {
    const published: unknown = JSON.parse(readFileSync(join(folder, fileOf(name, type.version)), 'utf8'));
    expect(jsonSchemaOfEvent(type)).toEqual(published);
  });

  it('cover every version of every type, and nothing else', () => {
    const released = types.flatMap(({ name, version }) =>
      Array.from({ length: version }, (_, earlier) => fileOf(name, earlier + 1)),
    );
    expect(readdirSync(folder).sort()).toEqual(released.sort());
  });

  it('never allow everything where the check cannot be written down', () => {
    const schema = z.strictObject({ odd: z.custom<string>(() => true) });
    expect(() => jsonSchemaOfEvent({ name: 'Odd', version: 1, schema })).toThrow(/custom/i);
  });
});
