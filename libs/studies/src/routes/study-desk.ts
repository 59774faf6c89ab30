import { Injectable } from '@nestjs/common';
import { type CommandContext, isRefusal, refuse, type Refusal } from '@streakline/event-store';
import { ReadSide } from '@streakline/projections';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@streakline/web-api';
import { z } from 'zod';
import { type AskedStudy, StudyJobs } from '../jobs/study-jobs';
import type { StudyKind } from '../jobs/study-kind';
import type { StudyRecord, StudyState } from '../jobs/study-record';

/** What a POST may say beside the request itself. */
export interface AskedAt {
  /** The position to rest on; left out, the one that the read models have reached. */
  readonly position?: number | undefined;
}

export interface StudyPage {
  readonly state?: StudyState | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const cursorSchema = z.tuple([z.int()]);

/** Where studies of all kinds are asked for, looked at and cancelled; each kind's routes are a thin door to it. */
@Injectable()
export class StudyDesk {
  constructor(
    private readonly jobs: StudyJobs,
    private readonly readSide: ReadSide,
  ) {}

  /** Asks for a study; its position is fixed here. */
  async ask<Request extends object>(
    kind: StudyKind<Request>,
    { position, ...rest }: Request & AskedAt,
    { idempotency }: Pick<CommandContext, 'idempotency'>,
  ): Promise<AskedStudy | Refusal> {
    const before = idempotency && (await this.jobs.askedBefore(idempotency));
    if (before) return isRefusal(before) ? before : { said: 'before', study: before };
    const unknown = position === undefined ? undefined : await this.beyondTheStore(position);
    if (unknown) return unknown;
    // What is left of the body is the request: `position` is no field of any.
    const request = rest as unknown as Request;
    const resolved = await this.readSide.read({ minPosition: position }, async (view) => ({
      request: await kind.resolve(view, request),
      position: position ?? view.position,
    }));
    if (isRefusal(resolved.request)) return resolved.request;
    return this.jobs.ask({ kind: kind.name, request: resolved.request, position: resolved.position }, idempotency);
  }

  async list(kind: StudyKind, { state, limit, cursor }: StudyPage): Promise<Page<StudyRecord>> {
    const beforeSeq = cursor === undefined ? undefined : decodeCursor(cursor, cursorSchema)[0];
    const found = await this.jobs.list({ kind: kind.name, state, beforeSeq, limit: limit + 1 });
    return pageOf(found, limit, ({ seq }) => encodeCursor([seq]));
  }

  async find(kind: StudyKind, id: string): Promise<StudyRecord | Refusal> {
    const study = await this.jobs.find(id);
    return study?.kind === kind.name ? study : unknownStudy(kind, id);
  }

  /** Cancels it, if it is not finished; cancelling once more changes nothing. */
  async cancel(kind: StudyKind, id: string): Promise<StudyRecord | Refusal> {
    const known = await this.find(kind, id);
    if (isRefusal(known)) return known;
    const study = await this.jobs.cancel(id);
    if (study?.state === 'cancelled') return study;
    const detail = `The study ${id} is ${study?.state ?? 'gone'}: only one that waits or runs can be cancelled. What it says stays.`;
    return refuse('conflict', 'studyFinished', detail);
  }

  private async beyondTheStore(position: number): Promise<Refusal | undefined> {
    const head = await this.readSide.read({}, (view) => Promise.resolve(view.head));
    if (position <= head) return undefined;
    const detail = `There is no position ${position} yet: the newest event is at ${head}. Leave position out for the newest.`;
    return refuse('invalid', 'positionUnknown', detail, [{ pointer: '/position', detail }]);
  }
}

function unknownStudy(kind: StudyKind, id: string): Refusal {
  return refuse(
    'notFound',
    'unknownStudy',
    `No study here has the id "${id}". GET ${kind.path} lists those there are.`,
  );
}
