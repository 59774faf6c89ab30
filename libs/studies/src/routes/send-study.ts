import { Injectable } from '@nestjs/common';
import {
  acceptedType,
  decodeCursor,
  encodeCursor,
  isStreamedType,
  mediaTypes,
  pageOf,
  ProblemException,
  sendTable,
  streamedTypes,
} from '@streakline/web-api';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { type PlacedRow, readRows } from '../jobs/outcome';
import { StudyJobs } from '../jobs/study-jobs';
import { codeAbout, type FinishedStudy, type StudyKind } from '../jobs/study-kind';
import type { StudyRecord } from '../jobs/study-record';
import { summaryOf } from './study-answers';
import type { rowParts } from './study-queries';

export interface RowsPage {
  /** Left out: 100 a page as JSON (1,000 at most), all that follow in a form that is streamed. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  /** Left out: both. */
  readonly only?: (typeof rowParts)[number] | undefined;
}

const PAGE = 100;
/** A page is held in memory; the other forms are streamed. */
const MOST_A_PAGE = 1_000;
const cursorSchema = z.tuple([z.int().min(0)]);

/** Sends studies and their rows in the form that was asked for. */
@Injectable()
export class StudySender {
  constructor(private readonly jobs: StudyJobs) {}

  /** The study: as JSON at any time, in other forms once it is done. */
  async sendStudy(kind: StudyKind, study: StudyRecord, request: Request, response: Response): Promise<void> {
    const documents = Object.keys(kind.renderings ?? {});
    const type = acceptedType(request, response, [mediaTypes.json, ...documents, ...streamedTypes]);
    if (type === mediaTypes.json) return this.sendJson(study, response);
    const finished = await this.finished(kind, study);
    if (isStreamedType(type)) return sendTable(response, type, kind.table(finished), study.id);
    const document = await kind.renderings?.[type]?.(finished, rowsOnly(readRows(this.jobs.pool, study.id)));
    response.type(type).set('Content-Security-Policy', CLOSED).send(document);
  }

  /** Its rows, page by page as JSON, one after the other otherwise. */
  async sendRows(
    kind: StudyKind,
    study: StudyRecord,
    { limit, cursor, only }: RowsPage,
    { request, response }: { readonly request: Request; readonly response: Response },
  ): Promise<void> {
    const from = cursor === undefined ? 0 : decodeCursor(cursor, cursorSchema)[0];
    const type = acceptedType(request, response, [mediaTypes.json, ...streamedTypes]);
    if (type === mediaTypes.json && limit !== undefined && limit > MOST_A_PAGE) throw pageTooLong();
    const finished = await this.finished(kind, study);
    const rows = onlyOf(kind, readRows(this.jobs.pool, study.id, from), only);
    if (type !== mediaTypes.json) {
      const table = { columns: kind.columns(finished), rows: rowsOnly(upTo(rows, limit)) };
      return sendTable(response, type, table, `${study.id}-rows`);
    }
    const most = limit ?? PAGE;
    const placed: PlacedRow[] = [];
    for await (const row of upTo(rows, most + 1)) placed.push(row);
    const { data, nextCursor } = pageOf(placed, most, ({ place }) => encodeCursor([place + 1]));
    const { position, projectionVersion } = study;
    response.json({ data: data.map(({ row }) => row), nextCursor, position, projectionVersion });
  }

  private async sendJson(study: StudyRecord, response: Response): Promise<void> {
    const result = study.state === 'done' ? ((await this.jobs.resultOf(study.id)) ?? null) : null;
    if (isUnderWay(study)) response.set('Retry-After', '1');
    response.json({ ...summaryOf(study), result });
  }

  private async finished(kind: StudyKind, study: StudyRecord): Promise<FinishedStudy<object, object>> {
    const result = study.state === 'done' ? await this.jobs.resultOf(study.id) : undefined;
    if (result === undefined) throw notDone(kind, study);
    const { id, request, position } = study;
    return { id, request, position, result };
  }
}

/** A document of ours needs nothing from elsewhere, and whatever stands in a headline runs nothing. */
const CLOSED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

function isUnderWay({ state }: StudyRecord): boolean {
  return state === 'queued' || state === 'running';
}

/** A key names the study that it asked for first, as it ended. */
const AGAIN =
  'POST the same request to run it once more, without an Idempotency-Key or with a new one: the one it was sent with answers as before.';

function pageTooLong(): ProblemException {
  const detail = `A page of JSON has ${MOST_A_PAGE} rows at most: follow nextCursor, or accept ${mediaTypes.ndjson}, which has them all.`;
  return new ProblemException(400, { code: 'invalidQuery', detail, errors: [{ pointer: '/limit', detail }] });
}

function notDone(kind: StudyKind, study: StudyRecord): ProblemException {
  const { id, state, failure, progress } = study;
  const then = isUnderWay(study) ? 'Ask again when it is done.' : AGAIN;
  const why = failure === null ? '' : ` (${failure.code}: ${failure.detail})`;
  return new ProblemException(409, {
    code: codeAbout(kind, '', 'NotDone'),
    detail: `The ${kind.noun ?? 'study'} ${id} is ${state}${why}. ${then}`,
    ...{ state, progress },
    ...(isUnderWay(study) ? { headers: { 'Retry-After': '1' } } : {}),
  });
}

async function* upTo(rows: AsyncIterable<PlacedRow>, limit = Infinity): AsyncGenerator<PlacedRow, void, void> {
  let left = limit;
  if (left <= 0) return;
  for await (const row of rows) {
    yield row;
    left -= 1;
    if (left <= 0) return;
  }
}

async function* onlyOf(
  kind: StudyKind,
  rows: AsyncIterable<PlacedRow>,
  only: RowsPage['only'],
): AsyncGenerator<PlacedRow, void, void> {
  for await (const placed of rows) {
    if (only === undefined || kind.isUsed?.(placed.row) === (only === 'used')) yield placed;
  }
}

async function* rowsOnly(rows: AsyncIterable<PlacedRow>): AsyncGenerator<object, void, void> {
  for await (const { row } of rows) yield row;
}
