/** Nest's injection token of the {@link EventStore}. */
export const EVENT_STORE = Symbol('EVENT_STORE');
