import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ApiProblems } from '../problems/api-problems';

export interface ApiAnswerOptions {
  readonly summary: string;
  readonly description?: string;
  /** The class made by createZodDto of listResponse or singleResponse. */
  readonly type: { readonly Output: object };
  /** Answers to show, by name. */
  readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
  /** Beside 400 and 503, which every GET may answer: 404 where the path names something. */
  readonly problems?: readonly number[];
}

/** Documents a GET: its answer and its problems. The answer is not parsed at run time: it was typed when written. */
export function ApiAnswer({ summary, description, type, examples, problems = [] }: ApiAnswerOptions): MethodDecorator {
  const output = type.Output as new () => object;
  return applyDecorators(
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ApiResponse({
      status: 200,
      description: 'OK',
      type: output,
      ...(examples === undefined ? {} : { examples: { ...examples } }),
    }),
    ApiProblems(400, ...problems, 503),
  );
}
