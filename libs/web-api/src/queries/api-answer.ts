import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { jsonSchemaOf } from '@streakline/events';
import type { z } from 'zod';
import { named } from '../openapi/named-schemas';
import { ApiProblems } from '../problems/api-problems';

export interface ApiAnswerOptions {
  readonly summary: string;
  readonly description?: string;
  /** The class made by createZodDto of listResponse or singleResponse. */
  readonly type: { readonly name: string; readonly schema: z.ZodType };
  /** Other forms than JSON that it is told in, by media type. */
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
  /** Beside 400 and 503, which every GET may answer: 404 where the path names something. */
  readonly problems?: readonly number[];
}

/** Documents a GET: its answer and its problems. The answer is not parsed at run time: it was typed when written. */
export function ApiAnswer({
  summary,
  description,
  type,
  content = {},
  problems = [],
}: ApiAnswerOptions): MethodDecorator {
  // By zod itself, with the catalogue's ids as patterns: handed the class, Nest's swagger takes `type: [string, null]` for a list of strings.
  const schema = named(type.name, jsonSchemaOf(type.schema, { io: 'output' }));
  return applyDecorators(
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ApiResponse({ status: 200, description: 'OK', content: { 'application/json': { schema }, ...content } }),
    ApiProblems(400, ...problems, 503),
  );
}
