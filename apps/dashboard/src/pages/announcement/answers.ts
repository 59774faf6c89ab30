import type { RowOf } from '@streakline/client';
import type { AnswerOf } from '../../api/answers';

export type Announcement = AnswerOf<'/v1/announcements/{id}'>;
/** What one act said of it: the original, or an amendment, which says only what it changed. */
export type Act = Omit<Announcement, 'position' | 'projectionVersion' | 'asOf' | 'retraction' | 'amendments' | 'id'>;
export type Amendment = Announcement['amendments'][number];
export type Reaction = RowOf<'/v1/announcements/{id}/reactions'>;
export type ReactionRun = NonNullable<Reaction['streak']>;
export type ReactionNote = Reaction['notes'][number];
export type ReactionDays = AnswerOf<'/v1/announcements/{id}/reactions/{instrument}/days'>;
export type ReactionDay = ReactionDays['days'][number];
export type AnnouncementEvent = RowOf<'/v1/announcements/{id}/events'>;
export type Claim = RowOf<'/v1/claims'>;
export type MarketCap = RowOf<'/v1/instruments/{ref}/market-caps'>;
