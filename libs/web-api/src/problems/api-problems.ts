import { STATUS_CODES } from 'node:http';
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem } from './problem-schema';

const WHEN: Readonly<Record<number, string>> = {
  400: 'The request cannot be read: malformed JSON, an unknown or wrong query parameter, a bad cursor or header.',
  404: 'What the path names is not on record.',
  406: 'There is no answer in the form that the header Accept asks for.',
  409: 'It contradicts what is on record, or the Idempotency-Key was used with another body.',
  413: 'The body is larger than 10 MB.',
  415: 'The body is not application/json.',
  422: 'A field is missing, unknown, or cannot be true.',
  503: 'The read models have not reached minPosition in time, or the database is away. Ask again.',
};

/** Documents the problems that a route answers with, by HTTP status. */
export function ApiProblems(...statuses: readonly number[]): MethodDecorator & ClassDecorator {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } };
  const responses = statuses.map((status) =>
    ApiResponse({ status, description: WHEN[status] ?? STATUS_CODES[status] ?? '', content }),
  );
  return applyDecorators(ApiExtraModels(Problem), ...responses);
}
