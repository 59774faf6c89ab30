import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiAnswer, cutQuery, minPositionQuery, pageQuery } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type List, orProblem, type Single } from '../answer';
import {
  type AnnouncementAnswer,
  type AnnouncementEventAnswer,
  AnnouncementEventsResponse,
  AnnouncementResponse,
  AnnouncementsResponse,
} from './announcements.answers';
import { announcementsQuery } from '../announcements-query';
import { GetAnnouncement } from './get-announcement.handler';
import { ListAnnouncementEvents } from './list-announcement-events.handler';
import { ListAnnouncements } from './list-announcements.handler';

const searchQuery = z.strictObject({
  ...announcementsQuery,
  order: z.enum(['oldest', 'newest']).default('oldest').describe('Which come first.'),
  ...pageQuery,
  ...cutQuery,
});
class SearchQuery extends createZodDto(searchQuery) {}
class EventsQuery extends createZodDto(z.strictObject({ ...pageQuery, ...cutQuery })) {}
class MomentQuery extends createZodDto(z.strictObject({ ...minPositionQuery, ...cutQuery })) {}

/** Announcements. */
@ApiTags('announcements')
@Controller('v1/announcements')
export class AnnouncementsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiAnswer({
    summary: 'Announcements by their moments',
    description: 'Retracted ones are left out.',
    type: AnnouncementsResponse,
    problems: [404],
  })
  async list(@Query() query: SearchQuery): Promise<List<AnnouncementAnswer>> {
    return orProblem(await this.queries.execute(new ListAnnouncements(query)));
  }

  @Get(':id')
  @ApiParam({ name: 'id', description: 'An announcement id (ann_...).' })
  @ApiAnswer({ summary: 'One announcement as it now stands', type: AnnouncementResponse, problems: [404] })
  async get(@Param('id') id: string, @Query() query: MomentQuery): Promise<Single<AnnouncementAnswer>> {
    return orProblem(await this.queries.execute(new GetAnnouncement(id, query)));
  }

  @Get(':id/events')
  @ApiParam({ name: 'id', description: 'An announcement id (ann_...).' })
  @ApiAnswer({
    summary: 'What was recorded about it, event by event',
    type: AnnouncementEventsResponse,
    problems: [404],
  })
  async events(@Param('id') id: string, @Query() query: EventsQuery): Promise<List<AnnouncementEventAnswer>> {
    return orProblem(await this.queries.execute(new ListAnnouncementEvents(id, query)));
  }
}
