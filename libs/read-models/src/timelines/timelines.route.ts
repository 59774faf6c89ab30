import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { GetTimeline } from './get-timeline.handler';
import { type TimelineAnswer, TimelineResponse } from './timelines.answers';

class TimelineQuery extends createZodDto(z.strictObject({ ...pageQuery, ...cutQuery })) {}

/** What happened to an instrument. */
@ApiTags('instruments')
@Controller('v1/instruments')
export class TimelinesController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':ref/timeline')
  @ApiParam({ name: 'ref', description: 'An instrument id, or MIC:SYMBOL such as XNAS:AMZN.' })
  @ApiAnswer({
    summary: 'What happened to an instrument, in the order it became known',
    type: TimelineResponse,
    problems: [404],
  })
  async get(@Param('ref') ref: string, @Query() query: TimelineQuery): Promise<List<TimelineAnswer>> {
    return orProblem(await this.queries.execute(new GetTimeline(ref, query)));
  }
}
