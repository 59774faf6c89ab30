import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, integerParameter, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { ListStreaks } from './list-streaks.handler';
import { type StreakAnswer, StreaksResponse } from './price-streaks.answers';

const streaksQuery = z.strictObject({
  direction: z.enum(['falling', 'rising']).optional(),
  minLength: integerParameter({ min: 1 }).default(1).describe('Sessions, at least; 2 leaves out the runs of one.'),
  ...pageQuery,
  ...cutQuery,
});
class StreaksQuery extends createZodDto(streaksQuery) {}

/** Runs of falling and rising closes. */
@ApiTags('instruments')
@Controller('v1/instruments')
export class PriceStreaksController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':ref/streaks')
  @ApiParam({ name: 'ref', description: 'An instrument id, or MIC:SYMBOL such as XNAS:AMZN.' })
  @ApiAnswer({ summary: 'Streaks, oldest first', type: StreaksResponse, problems: [404] })
  async list(@Param('ref') ref: string, @Query() query: StreaksQuery): Promise<List<StreakAnswer>> {
    return orProblem(await this.queries.execute(new ListStreaks(ref, query)));
  }
}
