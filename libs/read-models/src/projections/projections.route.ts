import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ApiAnswer, minPositionQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ListProjections } from './list-projections.handler';
import { type ProjectionsAnswer, ProjectionsResponse } from './projections.answers';

class ProjectionsQuery extends createZodDto(z.strictObject(minPositionQuery)) {}

/** How the projections stand. */
@ApiTags('operations')
@Controller('v1/projections')
export class ProjectionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiAnswer({ summary: 'Projections: version, position, lag', type: ProjectionsResponse })
  list(@Query() query: ProjectionsQuery): Promise<ProjectionsAnswer> {
    return this.queries.execute(new ListProjections(query.minPosition));
  }
}
