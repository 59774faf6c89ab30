import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, integerParameter, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { announcementsQuery } from '../announcements-query';
import { type List, orProblem } from '../answer';
import { ListRecentReactions } from './list-recent-reactions.handler';
import { type RecentReactionAnswer, RecentReactionsResponse } from './recent-reactions.answers';

const recentQuery = z.strictObject({
  ...announcementsQuery,
  instrument: z.string().min(1).optional().describe('The one that reacts: an instrument id, or MIC:SYMBOL.'),
  relation: z.enum(['extended', 'ended', 'began', 'none']).optional().describe('To the run in force before day 0.'),
  q: announcementsQuery.q.describe(
    "Words, or beginnings of words: rows that have each in the headline, or in the instrument's symbols, exchange or name.",
  ),
  ...pageQuery,
  limit: integerParameter({ min: 1, max: 200 }).default(50).describe('Rows a page, at most.'),
  ...cutQuery,
});
class RecentQuery extends createZodDto(recentQuery) {}

/** What recent announcements did. */
@ApiTags('announcements')
@Controller('v1/reactions')
export class RecentReactionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiAnswer({
    summary: 'What announcements did, newest first',
    description:
      'One row for each announcement and each listed instrument that it concerns, with the figures of day 0; amendments have reactions of their own, which are with the announcement. Retracted announcements are left out. At a past moment a page may have fewer rows than its limit and go on: `nextCursor` is null at the end.',
    type: RecentReactionsResponse,
    problems: [404],
  })
  async list(@Query() query: RecentQuery): Promise<List<RecentReactionAnswer>> {
    return orProblem(await this.queries.execute(new ListRecentReactions(query)));
  }
}
