import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, minPositionQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem, type Single } from '../answer';
import { type ReactionAnswer, ReactionsResponse } from './announcement-reactions.answers';
import { GetReactionDays } from './get-reaction-days.handler';
import { ListReactions } from './list-reactions.handler';
import { type ReactionDaysAnswer, ReactionDaysResponse } from './reaction-days.answers';

class ReactionsQuery extends createZodDto(z.strictObject({ ...pageQuery, ...cutQuery })) {}

const MOST_DAYS = 250;
const daysQuery = z.strictObject({
  from: dayParameter(-MOST_DAYS, 0)
    .default(-5)
    .describe('First day, relative to day 0: cumulative figures begin with it.'),
  to: dayParameter(0, MOST_DAYS).default(20).describe('Last day, relative to day 0.'),
  of: z.string().min(1).optional().describe('An amendment id (amd_...): the reaction to it, not to the original.'),
  ...minPositionQuery,
  ...cutQuery,
});
class DaysQuery extends createZodDto(daysQuery) {}

function dayParameter(min: number, max: number) {
  const fromDigits = (value: unknown): unknown =>
    typeof value === 'string' && /^-?\d{1,4}$/.test(value) ? Number(value) : value;
  return z.preprocess(fromDigits, z.int().min(min).max(max));
}

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

  @Get(':id/reactions/:instrument/days')
  @ApiParam({ name: 'id', description: 'An announcement id (ann_...).' })
  @ApiParam({ name: 'instrument', description: 'An instrument id, or MIC:SYMBOL such as XNAS:AMZN.' })
  @ApiAnswer({
    summary: 'How one instrument reacted, day by day',
    description:
      'Daily and cumulative figures with their standard errors, by the same model as the windows of the reaction; market caps, and which run each close belongs to.',
    type: ReactionDaysResponse,
    problems: [404],
  })
  async days(
    @Param('id') id: string,
    @Param('instrument') instrument: string,
    @Query() query: DaysQuery,
  ): Promise<Single<ReactionDaysAnswer>> {
    return orProblem(await this.queries.execute(new GetReactionDays(id, instrument, query)));
  }
}
