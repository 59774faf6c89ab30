import { Injectable } from '@nestjs/common';
import { type CommandContext, isRefusal, refuse, type Refusal } from '@streakline/event-store';
import { ReadSide, type ReadView } from '@streakline/projections';
import { viewAt } from '@streakline/read-models';
import { decodeCursor, encodeCursor, type Moment, type Page, pageOf, resolveMoment } from '@streakline/web-api';
import { z } from 'zod';
import { type AskedStudy, StudyJobs, type StudyQuestion } from '../jobs/study-jobs';
import { codeAbout, type StudyKind } from '../jobs/study-kind';
import type { StudyRecord, StudyState } from '../jobs/study-record';

/** What a POST may say beside the request itself. */
export interface AskedAt {
  /** The position to rest on; left out, the one that the read models have reached. */
  readonly position?: number | undefined;
  /** The same said as elsewhere: a position, or an instant, which stands for the newest position recorded by then. */
  readonly asRecorded?: number | string | undefined;
}

/** The requests of some kinds say it themselves: it is part of what they ask. */
interface AskedOf {
  readonly asOf?: string | undefined;
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
    { position: said, asRecorded, ...rest }: Request & AskedAt & AskedOf,
    { idempotency }: Pick<CommandContext, 'idempotency'>,
  ): Promise<AskedStudy | Refusal> {
    const before = idempotency && (await this.jobs.askedBefore(idempotency));
    if (before) return isRefusal(before) ? before : { said: 'before', study: before };
    if (said !== undefined && asRecorded !== undefined) return saidTwice();
    const unknown = said === undefined ? undefined : await this.beyondTheStore(said);
    if (unknown) return unknown;
    const moment = await resolveMoment(this.readSide, { asOf: rest.asOf, asRecorded });
    if (isRefusal(moment)) return moment;
    const position = said ?? moment.asRecorded;
    const asOf = moment.asOf === undefined ? {} : { asOf: new Date(moment.asOf).toISOString() };
    // What is left of the body is the request: `position` and `asRecorded` are no fields of any.
    const request = { ...rest, ...asOf } as unknown as Request;
    return this.readSide
      .read({ minPosition: position }, (view) => resolved(kind, request, view, { ...moment, said }))
      .then((asked) => (isRefusal(asked) ? asked : this.jobs.ask(asked, idempotency)));
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
    const detail = `The ${kind.noun ?? 'study'} ${id} is ${study?.state ?? 'gone'}: only one that waits or runs can be cancelled. What it says stays.`;
    return refuse('conflict', codeAbout(kind, '', 'Finished'), detail);
  }

  private async beyondTheStore(position: number): Promise<Refusal | undefined> {
    const head = await this.readSide.read({}, (view) => Promise.resolve(view.head));
    if (position <= head) return undefined;
    const detail = `There is no position ${position} yet: the newest event is at ${head}. Leave position out for the newest.`;
    return refuse('invalid', 'positionUnknown', detail, [{ pointer: '/position', detail }]);
  }
}

/** What is asked of a view: refs by their names at the moment asked for. A position alone is no such moment: it only says what to rest on. */
async function resolved<Request extends object>(
  kind: StudyKind<Request>,
  request: Request,
  readView: ReadView,
  moment: Moment & { readonly said: number | undefined },
): Promise<StudyQuestion | Refusal> {
  const isPast = moment.asOf !== undefined || moment.asRecorded !== undefined;
  const asRecorded = moment.said ?? moment.asRecorded;
  const view = isPast ? await viewAt(readView, { asOf: moment.asOf, asRecorded }) : readView;
  if (isRefusal(view)) return view;
  const answer = await kind.resolve(view, request);
  if (isRefusal(answer)) return answer;
  const { name, noun } = kind;
  return { kind: name, noun, request: answer, position: asRecorded ?? readView.position };
}

function saidTwice(): Refusal {
  const detail = 'position and asRecorded say the same. Give one of them.';
  return refuse('invalid', 'positionUnclear', detail, [{ pointer: '/asRecorded', detail }]);
}

function unknownStudy(kind: StudyKind, id: string): Refusal {
  return refuse(
    'notFound',
    codeAbout(kind, 'unknown'),
    `No ${kind.noun ?? 'study'} here has the id "${id}". GET ${kind.path} lists those there are.`,
  );
}
