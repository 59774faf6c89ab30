import type { OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];

/** A schema that hoistNamed moves to the document's components under this name. */
export function named(name: string, { $schema: _, ...schema }: z.core.JSONSchema.BaseSchema): Schema {
  return { title: name, ...schema } as Schema;
}

/** Moves the named schemas of all answers to the components, where generators of clients look for names. */
export function hoistNamed(document: OpenAPIObject): OpenAPIObject {
  const schemas: Schemas = { ...document.components?.schemas };
  const contents = Object.values(document.paths)
    .flatMap((path) =>
      Object.values((path.get?.responses ?? {}) as Record<string, { content?: Record<string, { schema?: Schema }> }>),
    )
    .flatMap(({ content }) => Object.values(content ?? {}));
  for (const content of contents) {
    const { schema } = content;
    if (schema === undefined || '$ref' in schema || schema.title === undefined) continue;
    const { title, ...rest } = schema;
    if (schemas[title] !== undefined && JSON.stringify(schemas[title]) !== JSON.stringify(rest))
      throw new Error(`Two schemas are called ${title}.`);
    schemas[title] = rest;
    content.schema = { $ref: `#/components/schemas/${title}` };
  }
  return { ...document, components: { ...document.components, schemas } };
}
