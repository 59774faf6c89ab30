import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@streakline/event-store';
import {
  ApiAskStudy,
  ApiCancelStudy,
  ApiStudyAnswer,
  ApiStudyList,
  positionField,
  StudiesQuery,
  studyAnswerSchema,
  StudyDoor,
  type StudySummary,
} from '@streakline/studies';
import { Context, type Page } from '@streakline/web-api';
import type { Request, Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import { backtestAnswerSchema } from '../jobs/backtest-answer';
import { backtestRequestSchema } from '../jobs/backtest-request';
import { BacktestDesk } from './backtest-desk';

class BacktestRequestDto extends createZodDto(backtestRequestSchema.safeExtend(positionField)) {}
class Backtest extends createZodDto(studyAnswerSchema(backtestAnswerSchema)) {}

/** Backtests of installed strategies: asked for, followed, read, cancelled. */
@ApiTags('backtests')
@Controller('v1/backtests')
export class BacktestsController {
  constructor(
    private readonly door: StudyDoor,
    private readonly desk: BacktestDesk,
  ) {}

  @Post()
  @ApiAskStudy({
    summary: 'Ask for a backtest',
    description:
      'Of a strategy that is installed on the server: no code comes over HTTP. It rests on one position of the event store for ever, and runs behind the answer. A strategy that throws, or does not come back, gives a backtest that is done, whose `backtest.state` is failed, with all that it did until then.',
    body: BacktestRequestDto,
    example: {
      strategy: 'earnings-drift',
      params: {},
      settings: { from: '2016-01-01', to: '2026-01-01', universe: ['XNAS:AMZN'] },
    },
    noun: 'backtest',
  })
  ask(
    @Body() body: BacktestRequestDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StudySummary> {
    return this.door.ask(this.desk.kind, body, context, response);
  }

  @Get()
  @ApiStudyList('Backtests that were asked for, newest first')
  list(@Query() query: StudiesQuery): Promise<Page<StudySummary>> {
    return this.door.list(this.desk.kind, query);
  }

  @Get(':backtestId')
  @ApiStudyAnswer({
    summary: 'One backtest: its progress, and its result once it is done',
    description:
      'As JSON at any time; its tearsheet (HTML, or text) and its trades (CSV, NDJSON, Arrow: a row a trade) once it is done.',
    type: Backtest,
    documents: ['text/html', 'text/plain'],
  })
  get(@Param('backtestId') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.door.send(this.desk.kind, id, { request, response });
  }

  @Delete(':backtestId')
  @ApiCancelStudy('backtest')
  cancel(@Param('backtestId') id: string): Promise<StudySummary> {
    return this.door.cancel(this.desk.kind, id);
  }
}
