import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { type ReactionAnswer, ReactionsResponse } from './announcement-reactions.answers';
import { ListReactions } from './list-reactions.handler';

class ReactionsQuery extends createZodDto(z.strictObject({ ...pageQuery, ...cutQuery })) {}

/** Reactions to announcements. */
@ApiTags('announcements')
@Controller('v1/announcements')
export class AnnouncementReactionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/reactions')
  @ApiParam({ name: 'id', description: 'An announcement id (ann_...).' })
  @ApiAnswer({
    summary: 'How each listed subject reacted',
    description:
      "The original's reactions come first, then those of its amendments. A retracted announcement has none.",
    type: ReactionsResponse,
    problems: [404],
  })
  async list(@Param('id') id: string, @Query() query: ReactionsQuery): Promise<List<ReactionAnswer>> {
    return orProblem(await this.queries.execute(new ListReactions(id, query)));
  }
}
