import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { EVENT_STORE, type EventStore } from '@streakline/event-store';
import { acceptedType, ApiProblems, ProblemException } from '@streakline/web-api';
import type { Request, Response } from 'express';
import { beyondHead, checkedAfter, EventDesk } from '../routes/event-desk';
import { StreamQuery } from '../routes/events-query';
import { LiveStream } from './live-stream';

const EVENT_STREAM = 'text/event-stream';

/** The events as they come. */
@ApiTags('events')
@Controller('v1/stream')
export class StreamController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly desk: EventDesk,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Events as they are stored: the past, then live (Server-Sent Events)',
    description:
      'Each message is an event as GET /v1/events has it, its id the position. An event `caughtUp` comes once, when the past was told. Blocks with an id and nothing else are signs of life that move the place. Coming back with Last-Event-ID, or `after`, goes on behind it: nothing is lost, nothing comes twice.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id last seen: go on behind it.' })
  @ApiResponse({ status: 200, description: 'OK', content: { [EVENT_STREAM]: { schema: { type: 'string' } } } })
  @ApiProblems(400, 404, 406, 503)
  async stream(@Query() query: StreamQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const type = acceptedType(request, response, [EVENT_STREAM]);
    const { types } = query;
    const after = placeOf(query.after, request.get('last-event-id'), await this.store.head());
    const keys = await this.desk.keysNow(query.instruments);
    if (request.method === 'HEAD') return void response.type(type).end();
    await new LiveStream(this.store, response, { after, types, keys }).run();
  }
}

/** The header is what a browser knows better than the address that it was given at first. */
function placeOf(after: StreamQuery['after'], lastEventId: string | undefined, head: number): number {
  if (lastEventId !== undefined && lastEventId !== '') return placeOfHeader(lastEventId, head);
  return after === 'now' ? head : checkedAfter(after ?? 0, head);
}

function placeOfHeader(lastEventId: string, head: number): number {
  const place = /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
  if (place !== undefined && place <= head) return place;
  const detail =
    place === undefined
      ? `The header Last-Event-ID is the id of an event of this stream, a position; not ${lastEventId}.`
      : `The header Last-Event-ID: ${beyondHead(place, head)}`;
  throw new ProblemException(400, { code: 'invalidHeader', detail });
}
