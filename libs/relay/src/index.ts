/** Carries what the store recorded to the log: in order, without a gap, by one relay at a time. */
export { Relay, type RelayState, type RelayStatus } from './relay';
export type { RelayOptions } from './relay-options';
export { RelayError } from './relay-error';
export { concernsPartitions } from './placing/place-events';
