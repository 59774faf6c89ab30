/**
 * What every route shares: problems (RFC 9457), receipts of commands, cursors and pages, validation by zod, and the
 * documentation of it in OpenAPI.
 */
export { ProblemException, type ProblemInit } from './problems/problem-exception';
export { ProblemFilter } from './problems/problem-filter';
export { problemOf, type Problem } from './problems/problem-of';
export { problemOfRefusal } from './problems/problem-of-refusal';
export { withPointers } from './problems/with-pointers';
export { pointerOf } from './problems/pointer';
export { ApiProblems } from './problems/api-problems';
export { Context } from './commands/context';
export { positionOf, sendReceipt, type ReceiptBody } from './commands/send-receipt';
export { ApiCommand, type ApiCommandOptions, idempotencyKeyHeader } from './commands/api-command';
export { encodeCursor, decodeCursor } from './queries/cursor';
export { pageOf, type Page } from './queries/page';
export { instantOrDateParameter, integerParameter, minPositionQuery, pageQuery } from './queries/query-fields';
export { cutQuery } from './queries/cut-query';
export {
  type AskedMoment,
  badMoment,
  type Moment,
  refuseMoment,
  resolveMoment,
  type StoreInTime,
} from './queries/asked-moment';
export { listResponse, singleResponse } from './queries/responses';
export { ApiAnswer, type ApiAnswerOptions } from './queries/api-answer';
export type { Cell, Column, ColumnType, Table } from './formats/table';
export { mediaTypes, isStreamedType, type StreamedType, streamedTypes } from './formats/media-types';
export { acceptedType } from './formats/accepted-type';
export { sendPackets, sendTable } from './formats/send-table';
export { checkBody, ZodPipe } from './validation/zod-pipe';
export { readJson } from './bodies/read-json';
export { isStorable, unstorableText } from './requests/unstorable-text';
export { configureWebApp } from './web-app';
export { isLoopback } from './requests/loopback-only';
export { requestIdOf } from './requests/request-id';
export { KEY_PREFIX, withoutKeys } from './requests/key-in-url';
export { openApiDocument } from './openapi/openapi-document';
export { serveDocs } from './openapi/serve-docs';
