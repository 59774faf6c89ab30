import type { Moment } from '../announced/moment-words';
import type { Announcement, Reaction } from '../answers';

/** The reaction that is asked for by act and instrument (an id or MIC:SYMBOL); what is not asked for, or not there, is the first. */
export function reactionFor(
  reactions: readonly Reaction[],
  { instrument, of }: { readonly instrument: string; readonly of: string },
): Reaction | undefined {
  const act = reactions.some((each) => each.of === of) ? of : reactions[0]?.of;
  const ofAct = reactions.filter((each) => each.of === act);
  return ofAct.find((each) => each.instrument === instrument || each.instrumentId === instrument) ?? ofAct[0];
}

/** When the act that it reacts to was made. */
export function actOf(announcement: Announcement, { of }: Pick<Reaction, 'of'>): Moment {
  return announcement.amendments.find(({ id }) => id === of) ?? announcement;
}
