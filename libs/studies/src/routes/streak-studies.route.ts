import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@streakline/event-store';
import { Context, type Page } from '@streakline/web-api';
import type { Request, Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import { streakEventRowSchema } from '../kinds/streak-study/streak-event-row';
import { streakStudyResultSchema } from '../kinds/streak-study/streak-result-schema';
import { streakStudyKind } from '../kinds/streak-study/streak-study-kind';
import { streakStudyRequestSchema } from '../streaks/streak-study-request';
import { ApiAskStudy, ApiCancelStudy, ApiStudyAnswer, ApiStudyList } from './api-studies';
import { studyAnswerSchema, studyRowsSchema, type StudySummary } from './study-answers';
import { StudyDoor } from './study-door';
import { positionField, StudiesQuery, StudyRowsQuery } from './study-queries';

class StreakStudyRequestDto extends createZodDto(streakStudyRequestSchema.safeExtend(positionField)) {}
class StreakStudy extends createZodDto(studyAnswerSchema(streakStudyResultSchema)) {}
class StreakStudyRows extends createZodDto(studyRowsSchema(streakEventRowSchema)) {}

/** Streak studies: asked for, followed, read, cancelled. */
@ApiTags('studies')
@Controller(streakStudyKind.path.slice(1))
export class StreakStudiesController {
  constructor(private readonly door: StudyDoor) {}

  @Post()
  @ApiAskStudy({
    summary: 'Ask for a streak study',
    description:
      'How often announcements began, extended or ended a run, how long it went on, and what it did to market cap: each beside the base rate of sessions outside every announcement of the same instruments, matched on direction and length at base. One primary outcome is named before. It rests on one position of the event store for ever, and runs behind the answer.',
    body: StreakStudyRequestDto,
    example: { selection: { kinds: ['earnings'] }, primary: { outcome: 'extended', direction: 'falling' } },
  })
  ask(
    @Body() body: StreakStudyRequestDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StudySummary> {
    return this.door.ask(streakStudyKind, body, context, response);
  }

  @Get()
  @ApiStudyList('Streak studies, newest first')
  list(@Query() query: StudiesQuery): Promise<Page<StudySummary>> {
    return this.door.list(streakStudyKind, query);
  }

  @Get(':studyId')
  @ApiStudyAnswer({
    summary: 'One streak study: its progress, and its result once it is done',
    description: 'As JSON at any time; its comparisons as a table (CSV, NDJSON, Arrow) once it is done.',
    type: StreakStudy,
  })
  get(@Param('studyId') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.send(streakStudyKind, id, { request, response });
  }

  @Get(':studyId/events')
  @ApiStudyAnswer({
    summary: 'Every reaction of a streak study that is done: its part in a run, or why it was left out',
    description: 'Pages as JSON; all of them one after the other as NDJSON, CSV or Arrow.',
    type: StreakStudyRows,
  })
  events(
    @Param('studyId') id: string,
    @Query() query: StudyRowsQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.door.sendRows(streakStudyKind, id, query, { request, response });
  }

  @Delete(':studyId')
  @ApiCancelStudy()
  cancel(@Param('studyId') id: string): Promise<StudySummary> {
    return this.door.cancel(streakStudyKind, id);
  }
}
