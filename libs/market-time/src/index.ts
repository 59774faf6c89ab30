/** Exchange sessions, opens and closes, the timing of an announcement, and day 0. Pure: no clock, no I/O. */
export * from './exchange';
