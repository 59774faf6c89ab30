import { Inject, Optional } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DATABASE, type Database } from '@streakline/database';
import { EVENT_STORE, type EventStore } from '@streakline/event-store';
import { type Projection, projectionStatus, Projector, ReadSide } from '@streakline/projections';
import type { ProjectionsAnswer } from './projections.answers';

/** Nest's injection token of the projection that the rooms read. */
export const SERVED_PROJECTION = Symbol('SERVED_PROJECTION');

/** How the projections stand: version, position, lag. */
export class ListProjections extends Query<ProjectionsAnswer> {
  constructor(readonly minPosition?: number) {
    super();
  }
}

@QueryHandler(ListProjections)
export class ListProjectionsHandler implements IQueryHandler<ListProjections> {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SERVED_PROJECTION) private readonly projection: Projection,
    private readonly readSide: ReadSide,
    @Optional() private readonly projector?: Projector,
  ) {}

  async execute({ minPosition }: ListProjections): Promise<ProjectionsAnswer> {
    // Without it there is no waiting: this answers also before the first version is built.
    if (minPosition !== undefined) await this.readSide.read({ minPosition }, () => Promise.resolve());
    const { pool } = this.database;
    const status = await projectionStatus({ pool, store: this.store, projection: this.projection }, this.projector);
    return { data: [status], nextCursor: null, position: status.position };
  }
}
