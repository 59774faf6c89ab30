import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSIGHT_KINDS, type InsightKind } from '@streakline/dossiers';
import { z } from 'zod';
import { insightSchemas } from './published-insight';

const folder = join(__dirname, '..', '..', '..', '..', 'docs', 'contracts', 'insights');
const fileOf = (kind: InsightKind): string => `${kind}.v1.schema.json`;
const schemaOf = (kind: InsightKind): object => {
  const { $schema, ...shape } = z.toJSONSchema(insightSchemas[kind]);
  return { $schema, $id: `urn:streakline:insight:${kind}:1`, title: kind, ...shape };
};

/*
 * Others read what is published, so a schema that was released only changes under a new version of its type.
 * `npm run contracts:update` writes these files.
 */
describe('the published schemas of insights', () => {
  beforeAll(() => {
    if (process.env['UPDATE_CONTRACTS'] !== '1') return;
    mkdirSync(folder, { recursive: true });
    for (const kind of INSIGHT_KINDS) {
      writeFileSync(join(folder, fileOf(kind)), `${JSON.stringify(schemaOf(kind), null, 2)}\n`);
    }
  });

  it.each(INSIGHT_KINDS)('say what %s is', (kind) => {
    expect(schemaOf(kind)).toEqual(JSON.parse(readFileSync(join(folder, fileOf(kind)), 'utf8')));
  });

  it('cover every kind, and nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(INSIGHT_KINDS.map(fileOf).sort());
  });
});
