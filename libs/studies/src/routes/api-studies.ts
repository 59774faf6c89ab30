import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ApiAnswer, type ApiAnswerOptions, ApiProblems, idempotencyKeyHeader, mediaTypes } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import type { JobNoun } from '../jobs/study-kind';
import { studyListSchema, studySummarySchema } from './study-answers';

/** For the documentation: a study without its result. */
export class Study extends createZodDto(studySummarySchema) {}

/** Documents the POST that asks for a study. */
export function ApiAskStudy(options: {
  readonly summary: string;
  readonly description: string;
  readonly body: new () => object;
  readonly example: object;
  readonly noun?: JobNoun;
}): MethodDecorator {
  const { summary, description, body, example, noun = 'study' } = options;
  const headers = { Location: { description: `Where the ${noun} is.`, schema: { type: 'string' as const } } };
  return applyDecorators(
    HttpCode(202),
    ApiOperation({ summary, description }),
    ApiBody({ type: body, examples: { example: { value: example } } }),
    ApiHeader(idempotencyKeyHeader),
    ApiResponse({
      status: 202,
      description: 'Taken up: ask at Location for its progress and result.',
      type: Study,
      headers,
    }),
    ApiResponse({ status: 200, description: `Asked before: that ${noun}.`, type: Study, headers }),
    ApiProblems(400, 404, 409, 413, 415, 422, 503),
  );
}

/** Documents a GET of what a study says, in all forms that it is told in. */
export function ApiStudyAnswer(
  options: Omit<ApiAnswerOptions, 'problems'> & { readonly documents?: readonly string[] },
): MethodDecorator {
  const { documents = [], ...answer } = options;
  const text = { schema: { type: 'string' as const } };
  const binary = { schema: { type: 'string' as const, format: 'binary' } };
  const forms = [...documents, mediaTypes.ndjson, mediaTypes.csv].map((type) => [type, text] as const);
  const content = Object.fromEntries([...forms, [mediaTypes.arrow, binary] as const]);
  return applyDecorators(ApiAnswer({ ...answer, content, problems: [404, 406, 409] }));
}

/** Documents the DELETE that cancels a study. */
export function ApiCancelStudy(noun: JobNoun = 'study'): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiOperation({
      summary: `Cancel a ${noun}`,
      description: `One that waits or runs. What is finished stays: 409 \`${noun}Finished\`.`,
    }),
    ApiResponse({ status: 200, description: 'Cancelled, now or before.', type: Study }),
    ApiProblems(404, 409, 503),
  );
}

class Studies extends createZodDto(studyListSchema) {}

/** Documents the list of a kind's studies. */
export function ApiStudyList(summary: string): MethodDecorator {
  return ApiAnswer({ summary, description: 'Without their results.', type: Studies });
}
