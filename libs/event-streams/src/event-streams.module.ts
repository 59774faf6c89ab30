import { Module } from '@nestjs/common';
import { StreamController } from './live/stream.route';
import { EventDesk } from './routes/event-desk';
import { EventsController } from './routes/events.route';
import { EventSender } from './routes/send-events';

/** GET /v1/events and GET /v1/stream. Needs EVENT_STORE from a global module; no read model. */
@Module({ controllers: [EventsController, StreamController], providers: [EventDesk, EventSender] })
export class EventStreamsModule {}
