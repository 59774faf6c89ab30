/*
 * Most events say what was known at one instant, their own knownAt. A delivery of many bars says what was known at many:
 * each bar at its session's close, knownAt being the last. An index of these finds the few that reach into a stretch of
 * time, however many events lie in it and behind it; its expressions are written here once, as the planner compares them.
 *
 * They look at the text, as every append pays for them, and so guess in one direction: what counts as many may turn out
 * to be one bar, or to be known at once, and is seen to be when it is read; never the other way round.
 */
const SESSIONS = `split_part(data::text, '"sessions":["', 2)`;

/** Whether an event may hold facts that were known at several instants. */
export const OF_MANY = `type = 'BarsRecorded' and substr(${SESSIONS}, 11, 2) <> '"]'`;

/** Of such an event the first session, YYYY-MM-DD; empty where the text is written otherwise than this system does. */
export const FIRST_OF_MANY = `substr(${SESSIONS}, 1, 10) collate "C"`;
