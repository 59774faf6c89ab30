import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, minPositionQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { orProblem, type Single } from '../answer';
import { GetStreakStatistics } from './get-streak-statistics.handler';
import { type StreakStatisticsAnswer, StreakStatisticsResponse } from './streak-statistics.answers';

const statisticsQuery = z.strictObject({
  session: z.iso.date().optional().describe('Tell of the run that holds this session too.'),
  ...minPositionQuery,
  ...cutQuery,
});
class StreakStatisticsQuery extends createZodDto(statisticsQuery) {}

/** What streaks are worth. */
@ApiTags('instruments')
@Controller('v1/instruments')
export class StreakStatisticsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':ref/streak-statistics')
  @ApiParam({ name: 'ref', description: 'An instrument id, or MIC:SYMBOL such as XNAS:AMZN.' })
  @ApiAnswer({
    summary: "What an instrument's streaks are worth",
    description:
      'The runs test, how long runs are, and the run in force and the longest ones in newsroom sentences: each with the exact probability of such a run somewhere in the span, in its direction, in either, and over all instruments on record.',
    type: StreakStatisticsResponse,
    problems: [404],
  })
  async get(@Param('ref') ref: string, @Query() query: StreakStatisticsQuery): Promise<Single<StreakStatisticsAnswer>> {
    return orProblem(await this.queries.execute(new GetStreakStatistics(ref, query)));
  }
}
