import type { components } from '@streakline/client';
import type { Proposal } from './article';

type AcceptProposal = components['schemas']['AcceptProposal'];

/** The choice of an announcement that is not on record yet. */
export const ANEW = 'anew';
/** As the reader knows it; empty: not known. */
export type Timing = '' | 'preMarket' | 'intraday' | 'afterClose';

/** What is likely: the one on record where there is one. */
export function firstChoice({ onRecord = [] }: Proposal): string {
  return onRecord[0] ?? ANEW;
}

/** Where a date is told without its time of day. */
export function wantsTiming({ announcedOn, timing }: Proposal): boolean {
  return announcedOn !== undefined && timing === undefined;
}

/** The body of an acceptance: the announcement by its id, or that it is another one, with what is known beside. */
export function acceptanceOf(proposal: Proposal, choice: string, timing: Timing): AcceptProposal {
  if (choice !== ANEW) return { announcementId: choice };
  const { onRecord = [], announcedOn } = proposal;
  const isTold = timing !== '' && announcedOn !== undefined && wantsTiming(proposal);
  return {
    ...(onRecord.length > 0 && { anew: true }),
    ...(isTold && { terms: { announcedOn, timing } }),
  };
}
