import { isRefusal } from '@streakline/event-store';
import type { StudyKind } from '../../jobs/study-kind';
import { resolveSelection } from '../../selection/resolve-refs';
import { gatherStreaks } from '../../streaks/gather-streaks';
import type { GatheredStreaks } from '../../streaks/gathered-streaks';
import { type StreakStudyRequest, streakStudyRequestSchema } from '../../streaks/streak-study-request';
import { type StreakStudyAnswer, streakStudySteps } from '../../streaks/streak-study-steps';
import { comparisonTable } from './comparison-table';
import { streakEventColumns, type StreakEventRow, streakEventRow } from './streak-event-row';

/** Streak studies: what announcements do to runs of falling and rising closes, each figure beside its base rate. */
export const streakStudyKind: StudyKind<StreakStudyRequest, GatheredStreaks, StreakStudyAnswer, StreakEventRow> = {
  name: 'streakStudy',
  path: '/v1/streak-studies',
  requestSchema: streakStudyRequestSchema,
  async resolve(view, request) {
    const selection = await resolveSelection(view, request.selection);
    return isRefusal(selection) ? selection : { ...request, selection };
  },
  gather: gatherStreaks,
  *compute(gathered, request) {
    const result = yield* streakStudySteps(gathered, request);
    return isRefusal(result) ? result : { result, rows: gathered.events.map(streakEventRow) };
  },
  table: ({ result }) => comparisonTable(result),
  isUsed: ({ leftOut }) => leftOut === null,
  columns: () => streakEventColumns,
};
