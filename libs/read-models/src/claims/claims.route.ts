import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { claimParts, verdicts } from '@streakline/claims';
import { ApiAnswer, cutQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem } from '../answer';
import { type ClaimAnswer, ClaimsResponse } from './claims.answers';
import { ListClaims } from './list-claims.handler';

const claimsQuery = z.strictObject({
  instrument: z.string().min(1).optional().describe('An instrument id, or MIC:SYMBOL such as XNAS:AMZN.'),
  article: z.string().min(1).optional().describe('An article id (art_...).'),
  announcement: z
    .string()
    .min(1)
    .optional()
    .describe('An announcement id (ann_...): claims whose verdict now rests on it (`evidence.announcements`).'),
  verdict: z
    .enum([...verdicts, 'partly'])
    .optional()
    .describe('As of now: of the part where one is asked for, else of the whole claim.'),
  part: z.enum(claimParts).optional().describe('Only claims with this part.'),
  ...pageQuery,
  ...cutQuery,
});
class ClaimsQuery extends createZodDto(claimsQuery) {}

/** What the press said, and what the tape says to it. */
@ApiTags('articles')
@Controller('v1/claims')
export class ClaimsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiAnswer({
    summary: 'Claims with their verdicts, oldest article first',
    description:
      'Every claim is judged twice: against the tape as known when its article appeared, and as known now. A page may have fewer claims than its limit and go on: `nextCursor` is null at the end.',
    type: ClaimsResponse,
    problems: [404],
  })
  async list(@Query() query: ClaimsQuery): Promise<List<ClaimAnswer>> {
    return orProblem(await this.queries.execute(new ListClaims(query)));
  }
}
