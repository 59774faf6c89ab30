import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiAnswer, mediaTypes } from '@streakline/web-api';
import type { Request, Response } from 'express';
import { EventDesk } from './event-desk';
import { EventsQuery } from './events-query';
import { EventsResponse } from './events.answers';
import { EventSender } from './send-events';

const text = { schema: { type: 'string' as const } };
const binary = { schema: { type: 'string' as const, format: 'binary' } };

/** The events themselves, any stretch of them. */
@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly desk: EventDesk,
    private readonly sender: EventSender,
  ) {}

  @Get()
  @ApiAnswer({
    summary: 'What the store recorded, in the order of position or of knownAt',
    description:
      'Pages as JSON (of 4 MB at most, where events are long); as NDJSON, CSV or Arrow all of them up to the newest of the moment when they were asked for, streamed. A stream that was cut off is never taken for a whole one, and goes on with `after`. The header Streakline-Position says up to which position was looked.',
    type: EventsResponse,
    content: { [mediaTypes.ndjson]: text, [mediaTypes.csv]: text, [mediaTypes.arrow]: binary },
    problems: [404, 406],
  })
  async list(@Query() query: EventsQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.sender.send(await this.desk.ask(query), request, response);
  }
}
