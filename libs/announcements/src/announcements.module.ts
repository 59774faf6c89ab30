import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AmendHandler } from './amend/amend.handler';
import { AmendRoute } from './amend/amend.route';
import { AnnounceHandler } from './announce/announce.handler';
import { AnnounceRoute } from './announce/announce.route';
import { CorrectHandler } from './correct/correct.handler';
import { CorrectRoute } from './correct/correct.route';
import { MeasureHandler } from './measure/measure.handler';
import { MeasureRoute } from './measure/measure.route';
import { RetractHandler } from './retract/retract.handler';
import { RetractRoute } from './retract/retract.route';

/** The write side of announcements. Needs EVENT_STORE, provided globally. */
@Module({
  imports: [CqrsModule],
  controllers: [AnnounceRoute, AmendRoute, MeasureRoute, CorrectRoute, RetractRoute],
  providers: [AnnounceHandler, AmendHandler, MeasureHandler, CorrectHandler, RetractHandler],
})
export class AnnouncementsModule {}
