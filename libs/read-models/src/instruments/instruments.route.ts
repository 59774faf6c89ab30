import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, minPositionQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem, type Single } from '../answer';
import { GetInstrument } from './get-instrument.handler';
import { type InstrumentAnswer, InstrumentResponse, InstrumentsResponse } from './instruments.answers';
import { ListInstruments } from './list-instruments.handler';

const searchQuery = z.strictObject({
  q: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Words, or beginnings of words, of symbols (former ones too), exchanges and names: instruments that have them all, the ticker itself first, then tickers that begin so.',
    ),
  ...pageQuery,
  ...cutQuery,
});
class SearchQuery extends createZodDto(searchQuery) {}
class MomentQuery extends createZodDto(z.strictObject({ ...minPositionQuery, ...cutQuery })) {}

/** The directory of instruments. */
@ApiTags('instruments')
@Controller('v1/instruments')
export class InstrumentsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiAnswer({ summary: 'Instruments, by symbol, or by how well they fit what is sought', type: InstrumentsResponse })
  async list(@Query() query: SearchQuery): Promise<List<InstrumentAnswer>> {
    return orProblem(await this.queries.execute(new ListInstruments(query)));
  }

  @Get(':ref')
  @ApiParam({ name: 'ref', description: 'An instrument id, or MIC:SYMBOL such as XNAS:AMZN.' })
  @ApiAnswer({ summary: 'One instrument', type: InstrumentResponse, problems: [404] })
  async get(@Param('ref') ref: string, @Query() query: MomentQuery): Promise<Single<InstrumentAnswer>> {
    return orProblem(await this.queries.execute(new GetInstrument(ref, query)));
  }
}
