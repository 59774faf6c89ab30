import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, minPositionQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem, type Single } from '../answer';
import { type ArticleAnswer, type ArticleHead, ArticleResponse, ArticlesResponse } from './articles.answers';
import { GetArticle } from './get-article.handler';
import { ListArticles } from './list-articles.handler';

const bound = z.union([z.iso.date(), z.iso.datetime()]);
const searchQuery = z.strictObject({
  instrument: z.string().min(1).optional().describe('Whom they mention: an instrument id, or MIC:SYMBOL.'),
  from: bound
    .optional()
    .describe('A date or an instant (UTC). An article known only by its date counts as at its beginning.'),
  to: bound.optional().describe('The date or instant before which to stop.'),
  ...pageQuery,
  ...cutQuery,
});
class ArticlesQuery extends createZodDto(searchQuery) {}
class MomentQuery extends createZodDto(z.strictObject({ ...minPositionQuery, ...cutQuery })) {}

/** What the press said: articles with their claims, and the tape's verdicts. */
@ApiTags('articles')
@Controller('v1/articles')
export class ArticlesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiAnswer({ summary: 'Articles, oldest first', type: ArticlesResponse, problems: [404] })
  async list(@Query() query: ArticlesQuery): Promise<List<ArticleHead>> {
    return orProblem(await this.queries.execute(new ListArticles(query)));
  }

  @Get(':id')
  @ApiParam({ name: 'id', description: 'An article id (art_...).' })
  @ApiAnswer({
    summary: 'One article, and what the tape says to its claims',
    description: 'Each claim is judged twice: against the tape as known when the article appeared, and as known now.',
    type: ArticleResponse,
    problems: [404],
  })
  async get(@Param('id') id: string, @Query() query: MomentQuery): Promise<Single<ArticleAnswer>> {
    return orProblem(await this.queries.execute(new GetArticle(id, query)));
  }
}
