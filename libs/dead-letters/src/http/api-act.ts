import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ApiProblems, idempotencyKeyHeader } from '@streakline/web-api';
import { DeadLetterOutcome } from './dead-letters.answers';

export interface ApiActOptions {
  readonly summary: string;
  readonly description: string;
  /** The class made by createZodDto that the body is typed with. */
  readonly body: new () => object;
  readonly example: object;
}

/** Documents a POST that does something to a dead letter. */
export function ApiAct({ summary, description, body, example }: ApiActOptions): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiOperation({ summary, description }),
    ApiBody({ type: body, examples: { example: { value: example } } }),
    ApiHeader(idempotencyKeyHeader),
    ApiResponse({
      status: 200,
      description: 'Done; by the same Idempotency-Key, now or before.',
      type: DeadLetterOutcome.Output,
    }),
    ApiProblems(400, 404, 409, 413, 415, 422, 503),
  );
}
