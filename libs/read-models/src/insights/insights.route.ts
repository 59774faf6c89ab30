import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { INSIGHT_KINDS } from '@streakline/dossiers';
import { ApiAnswer, cutQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { type InsightAnswer, InsightsResponse } from './insights.answers';
import { ListInsights } from './list-insights.handler';

const searchQuery = z.strictObject({
  instrument: z.string().min(1).optional().describe('An instrument id, or MIC:SYMBOL.'),
  kind: z.enum(INSIGHT_KINDS).optional(),
  since: z
    .union([z.iso.date(), z.iso.datetime()])
    .optional()
    .describe('Only what became known at this instant, or from the beginning of this date (UTC), on.'),
  ...pageQuery,
  ...cutQuery,
});
class InsightsQuery extends createZodDto(searchQuery) {}

/** What the system found. */
@ApiTags('insights')
@Controller('v1/insights')
export class InsightsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiAnswer({
    summary: 'What the system found, newest first',
    description:
      'Runs that began, were extended or ended, marks that a market cap crossed, reactions all of whose windows are complete: as published on streakline.insights.v1. A revision names the insight that it corrects; a withdrawn one is no longer true. Nothing is told of sessions that closed more than seven days before their facts were recorded.',
    type: InsightsResponse,
    problems: [404],
  })
  async list(@Query() query: InsightsQuery): Promise<List<InsightAnswer>> {
    return orProblem(await this.queries.execute(new ListInsights(query)));
  }
}
