import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { observationKindSchema } from '@streakline/events';
import { ApiAnswer, cutQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { ListObservations } from './list-observations.handler';
import { type ObservationAnswer, ObservationsResponse } from './observations.answers';

const momentField = z.union([z.iso.date(), z.iso.datetime()]).optional();

const observationsQuery = z.strictObject({
  kind: observationKindSchema.optional(),
  from: momentField.describe('Only of this instant, or of the beginning of this date (UTC), on.'),
  to: momentField.describe('Only of before this instant, or before the beginning of this date (UTC).'),
  ...pageQuery,
  ...cutQuery,
});
class ObservationsQuery extends createZodDto(observationsQuery) {}

/** What was observed of an instrument. */
@ApiTags('instruments')
@Controller('v1/instruments')
export class ObservationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':ref/observations')
  @ApiParam({ name: 'ref', description: 'An instrument id, or MIC:SYMBOL such as XNAS:AMZN.' })
  @ApiAnswer({
    summary: 'Figures observed of an instrument, oldest first',
    description: 'Of one kind, source and instant the figure that became known last.',
    type: ObservationsResponse,
    problems: [404],
  })
  async list(@Param('ref') ref: string, @Query() query: ObservationsQuery): Promise<List<ObservationAnswer>> {
    return orProblem(await this.queries.execute(new ListObservations(ref, query)));
  }
}
