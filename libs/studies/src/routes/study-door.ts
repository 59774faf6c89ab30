import { Injectable } from '@nestjs/common';
import { type CommandContext, isRefusal, type Refusal } from '@streakline/event-store';
import { type Page, problemOfRefusal } from '@streakline/web-api';
import type { Request, Response } from 'express';
import type { StudyKind } from '../jobs/study-kind';
import { type RowsPage, StudySender } from './send-study';
import { type StudySummary, summaryOf } from './study-answers';
import { type AskedAt, StudyDesk, type StudyPage } from './study-desk';

interface Http {
  readonly request: Request;
  readonly response: Response;
}

/** What the routes of every kind of study do; they add their paths, their schemas and their words. */
@Injectable()
export class StudyDoor {
  constructor(
    private readonly desk: StudyDesk,
    private readonly sender: StudySender,
  ) {}

  /** 202 for a study that is taken up, 200 for one that was asked for before; Location says where it is. */
  async ask<Asked extends object>(
    kind: StudyKind<Asked>,
    body: Asked & AskedAt,
    context: CommandContext,
    response: Response,
  ): Promise<StudySummary> {
    const { said, study } = orProblem(await this.desk.ask(kind, body, context));
    response.status(said === 'now' ? 202 : 200).location(`${kind.path}/${study.id}`);
    return summaryOf(study);
  }

  async list(kind: StudyKind, page: StudyPage): Promise<Page<StudySummary>> {
    const { data, nextCursor } = await this.desk.list(kind, page);
    return { data: data.map(summaryOf), nextCursor };
  }

  async send(kind: StudyKind, id: string, { request, response }: Http): Promise<void> {
    await this.sender.sendStudy(kind, orProblem(await this.desk.find(kind, id)), request, response);
  }

  async sendRows(kind: StudyKind, id: string, page: RowsPage, http: Http): Promise<void> {
    await this.sender.sendRows(kind, orProblem(await this.desk.find(kind, id)), page, http);
  }

  async cancel(kind: StudyKind, id: string): Promise<StudySummary> {
    return summaryOf(orProblem(await this.desk.cancel(kind, id)));
  }
}

function orProblem<Answer extends object>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw problemOfRefusal(answer);
  return answer;
}
