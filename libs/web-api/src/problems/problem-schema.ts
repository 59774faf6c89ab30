import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const fieldErrorSchema = z.object({
  pointer: z
    .string()
    .describe(
      'A JSON pointer (RFC 6901) to the field in the body (or to a parameter of the query or path, by its name); empty for the whole.',
    ),
  detail: z.string(),
});

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, where, and how to mend it.'),
    code: z.string().describe('Stable; programs switch on it.'),
    requestId: z
      .string()
      .describe('Also in the header X-Request-Id, in the log, and the correlation id of what was stored.'),
    errors: z.array(fieldErrorSchema).describe('The first 100 of them.'),
    errorCount: z.int().optional().describe('How many there are, if more than 100.'),
  })
  .catchall(z.unknown());

/** For the documentation: the body of every error (RFC 9457). */
export class Problem extends createZodDto(problemSchema) {}
