/** Position of the newest event. */
export const selectHead = `select position from event_store.counter`;
