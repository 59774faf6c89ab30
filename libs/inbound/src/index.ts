/** Kafka's way in: CloudEvents on the inbound topics become commands, held to what HTTP is held to. */
export { type Inbound, type InboundStatus, startInbound } from './start-inbound';
export type { InboundMetrics, InboundOptions } from './options';
export type { AnyCommand, InboundType, Subject } from './commands/inbound-type';
export { announcementTypes, priceTypes } from './commands/inbound-types';
