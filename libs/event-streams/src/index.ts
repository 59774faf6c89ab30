/**
 * The events for those who consume them: any stretch of history in the order of position or of knownAt, and live. Read
 * side; it rests on the event store alone, so that it is never behind.
 */
export { EventStreamsModule } from './event-streams.module';
export { Listings } from './listings/listings';
export { ListingsAt, type NameGiven } from './listings/listings-at';
export { readMoments, type MomentsOptions } from './moments/read-moments';
export { eventLine } from './records/event-line';
export { placeText, readPlace } from './records/known-place';
export { Pace } from './replay/pace';
export { type EventSelection, readSelection } from './reading/event-selection';
