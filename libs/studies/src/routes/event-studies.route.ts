import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@streakline/event-store';
import { Context, type Page } from '@streakline/web-api';
import type { Request, Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import { eventRowSchema } from '../kinds/event-study/event-row';
import { eventStudyKind } from '../kinds/event-study/event-study-kind';
import { eventStudyResultSchema } from '../kinds/event-study/study-result-schema';
import { studyRequestSchema } from '../request/study-request';
import { ApiAskStudy, ApiCancelStudy, ApiStudyAnswer, ApiStudyList } from './api-studies';
import { studyAnswerSchema, studyRowsSchema, type StudySummary } from './study-answers';
import { StudyDoor } from './study-door';
import { positionField, StudiesQuery, StudyRowsQuery } from './study-queries';

class EventStudyRequestDto extends createZodDto(studyRequestSchema.safeExtend(positionField)) {}
class EventStudy extends createZodDto(studyAnswerSchema(eventStudyResultSchema)) {}
class EventStudyRows extends createZodDto(studyRowsSchema(eventRowSchema)) {}

/** Event studies: asked for, followed, read, cancelled. */
@ApiTags('studies')
@Controller(eventStudyKind.path.slice(1))
export class EventStudiesController {
  constructor(private readonly door: StudyDoor) {}

  @Post()
  @ApiAskStudy({
    summary: 'Ask for an event study',
    description:
      'Abnormal returns around many announcements, with the tests of the literature. It rests on one position of the event store for ever, and runs behind the answer.',
    body: EventStudyRequestDto,
    example: {
      selection: { instruments: ['XNAS:AMZN'], kinds: ['earnings'] },
      windows: [
        { from: 0, to: 0 },
        { from: 0, to: 1 },
      ],
    },
  })
  ask(
    @Body() body: EventStudyRequestDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StudySummary> {
    return this.door.ask(eventStudyKind, body, context, response);
  }

  @Get()
  @ApiStudyList('Event studies, newest first')
  list(@Query() query: StudiesQuery): Promise<Page<StudySummary>> {
    return this.door.list(eventStudyKind, query);
  }

  @Get(':studyId')
  @ApiStudyAnswer({
    summary: 'One event study: its progress, and its result once it is done',
    description:
      'As JSON at any time; as a table (CSV, NDJSON, Arrow: a row for each test of each day and window), report (HTML) or figure (SVG) once it is done.',
    type: EventStudy,
    documents: Object.keys(eventStudyKind.renderings ?? {}),
  })
  get(@Param('studyId') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.send(eventStudyKind, id, { request, response });
  }

  @Get(':studyId/events')
  @ApiStudyAnswer({
    summary: 'Every event of a study that is done: used, with its figures, or left out, with the reason',
    description: 'Pages as JSON; all of them one after the other as NDJSON, CSV or Arrow.',
    type: EventStudyRows,
  })
  events(
    @Param('studyId') id: string,
    @Query() query: StudyRowsQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.door.sendRows(eventStudyKind, id, query, { request, response });
  }

  @Delete(':studyId')
  @ApiCancelStudy()
  cancel(@Param('studyId') id: string): Promise<StudySummary> {
    return this.door.cancel(eventStudyKind, id);
  }
}
