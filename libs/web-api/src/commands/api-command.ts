import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ApiProblems } from '../problems/api-problems';

const receiptSchema = z.object({
  id: z.string().describe('Of what the command concerns: an instrument, an announcement, an amendment.'),
  position: z.int().min(0).describe('Pass it as minPosition to read what you wrote.'),
});

/** For the documentation: the answer of every command. */
export class Receipt extends createZodDto(receiptSchema) {}

export interface ApiCommandOptions {
  readonly summary: string;
  readonly description?: string;
  /** The class made by createZodDto that the body is typed with. */
  readonly body: new () => object;
  /** A body to show. */
  readonly example?: object;
}

/** Documents a POST that runs a command: its body, both receipts, the Idempotency-Key and the problems. */
export function ApiCommand({ summary, description, body, example }: ApiCommandOptions): MethodDecorator {
  return applyDecorators(
    HttpCode(201),
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ApiBody({ type: body, ...(example === undefined ? {} : { examples: { example: { value: example } } }) }),
    ApiHeader(idempotencyKeyHeader),
    ApiResponse({ status: 201, description: 'Stored.', type: Receipt }),
    ApiResponse({ status: 200, description: 'Said before: the first answer, and nothing new stored.', type: Receipt }),
    ApiProblems(400, 404, 409, 413, 415, 422, 503),
  );
}

/** Documents the header that every POST takes. */
export const idempotencyKeyHeader = {
  name: 'Idempotency-Key',
  required: false,
  description:
    'Any 1 to 255 printable characters, such as a UUID. Sent again with the same body, the first answer comes back.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;
