import { refuse } from '@streakline/event-store';

/** For a selection that selects no reaction. */
export const NOTHING_SELECTED = refuse(
  'invalid',
  'emptySelection',
  'No reaction on record is in the selection. GET /v1/announcements shows what there is; leave a condition out, or widen it.',
  [{ pointer: '/selection', detail: 'It selects no reaction.' }],
);
