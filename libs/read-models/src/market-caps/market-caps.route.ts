import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { sessionRangeQuery } from '../range-query';
import { ListMarketCaps } from './list-market-caps.handler';
import { type MarketCapAnswer, MarketCapsResponse } from './market-caps.answers';

class MarketCapsQuery extends createZodDto(z.strictObject({ ...sessionRangeQuery, ...pageQuery, ...cutQuery })) {}

/** Market capitalisation by session. */
@ApiTags('instruments')
@Controller('v1/instruments')
export class MarketCapsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':ref/market-caps')
  @ApiParam({ name: 'ref', description: 'An instrument id, or MIC:SYMBOL such as XNAS:AMZN.' })
  @ApiAnswer({ summary: 'Market caps, oldest first', type: MarketCapsResponse, problems: [404] })
  async list(@Param('ref') ref: string, @Query() query: MarketCapsQuery): Promise<List<MarketCapAnswer>> {
    return orProblem(await this.queries.execute(new ListMarketCaps(ref, query)));
  }
}
