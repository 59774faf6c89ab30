import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { ProblemException } from '../problems/problem-exception';
import { fieldErrorsOf } from './field-errors';

/**
 * Checks what a route is typed with (a class of `createZodDto`) against its schema: a body that fails is a 422
 * `invalidBody`, a query 400 `invalidQuery`, a path parameter 400 `invalidPath`, each with the pointers of its fields.
 */
@Injectable()
export class ZodPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    const schema = schemaOf(metatype);
    if (schema === undefined) return value;
    return type === 'body' ? checkBody(schema, value) : check(schema, value, type);
  }
}

/**
 * The body as its schema reads it; `undefined` is a body that was not sent.
 *
 * @throws ProblemException 422 `invalidBody`, with the pointers of its fields.
 */
export function checkBody<Body>(schema: z.ZodType<Body>, value: unknown): Body {
  if (value === undefined) throw bodyMissing();
  return check(schema, value, 'body');
}

function check<T>(schema: z.ZodType<T>, value: unknown, type: ArgumentMetadata['type']): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(type, fieldErrorsOf(parsed.error, value));
}

const PARTS = {
  body: { status: 422, code: 'invalidBody', name: 'body' },
  query: { status: 400, code: 'invalidQuery', name: 'query' },
  param: { status: 400, code: 'invalidPath', name: 'path' },
  custom: { status: 400, code: 'invalidRequest', name: 'request' },
} as const;

function invalid(type: ArgumentMetadata['type'], errors: ReturnType<typeof fieldErrorsOf>): ProblemException {
  const { status, code, name } = PARTS[type];
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const where = first?.pointer ? `${first.pointer}: ` : '';
  return new ProblemException(status, {
    code,
    detail: `The ${name} is not as it must be. ${where}${first?.detail ?? ''}${more}`,
    errors,
  });
}

function bodyMissing(): ProblemException {
  const detail = 'A JSON body is needed, sent with Content-Type: application/json.';
  return new ProblemException(422, { code: 'invalidBody', detail, errors: [{ pointer: '', detail }] });
}

function schemaOf(metatype: unknown): z.ZodType | undefined {
  if (typeof metatype !== 'function' || !('isZodDto' in metatype) || !('schema' in metatype)) return undefined;
  return metatype.schema as z.ZodType;
}
