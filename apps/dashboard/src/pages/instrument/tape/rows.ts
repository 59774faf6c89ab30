import type { Answer, Operation, RowOf } from '@streakline/client';

/** What the API says of an instrument. */
export type Instrument = Answer<Operation<'get', '/v1/instruments/{ref}'>>;
/** A session of its tape. */
export type BarRow = RowOf<'/v1/instruments/{ref}/bars'>;
/** Its market cap at a close. */
export type CapRow = RowOf<'/v1/instruments/{ref}/market-caps'>;
/** A run of falling or rising closes. */
export type StreakRow = RowOf<'/v1/instruments/{ref}/streaks'>;
/** What an announcement did to it. */
export type ReactionRow = RowOf<'/v1/reactions'>;
