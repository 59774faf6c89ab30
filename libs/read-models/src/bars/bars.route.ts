import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { sessionRangeQuery } from '../range-query';
import { type BarAnswer, BarsResponse } from './bars.answers';
import { ListBars } from './list-bars.handler';

class BarsQuery extends createZodDto(z.strictObject({ ...sessionRangeQuery, ...pageQuery, ...cutQuery })) {}

/** The tape of an instrument. */
@ApiTags('instruments')
@Controller('v1/instruments')
export class BarsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':ref/bars')
  @ApiParam({ name: 'ref', description: 'An instrument id, or MIC:SYMBOL such as XNAS:AMZN.' })
  @ApiAnswer({ summary: 'Daily bars, oldest first', type: BarsResponse, problems: [404] })
  async list(@Param('ref') ref: string, @Query() query: BarsQuery): Promise<List<BarAnswer>> {
    return orProblem(await this.queries.execute(new ListBars(ref, query)));
  }
}
