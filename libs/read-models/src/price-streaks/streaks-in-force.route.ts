import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, integerParameter, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { ListStreaksInForce } from './list-streaks-in-force.handler';
import { type StreakInForceAnswer, StreaksInForceResponse } from './streaks-in-force.answers';

const inForceQuery = z.strictObject({
  direction: z.enum(['falling', 'rising']).optional(),
  minLength: integerParameter({ min: 1 }).default(2).describe('Sessions, at least.'),
  ...pageQuery,
  ...cutQuery,
});
class InForceQuery extends createZodDto(inForceQuery) {}

/** Streaks in force. */
@ApiTags('instruments')
@Controller('v1/streaks')
export class StreaksInForceController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiAnswer({
    summary: 'Streaks in force across all instruments, longest first',
    description:
      'Each ends with the last session of its tape, so the next close may extend it; of those equally long, the one that moved most comes first. Instruments that were delisted have none.',
    type: StreaksInForceResponse,
  })
  async list(@Query() query: InForceQuery): Promise<List<StreakInForceAnswer>> {
    return orProblem(await this.queries.execute(new ListStreaksInForce(query)));
  }
}
