import { isRefusal } from '@streakline/event-store';
import type { StudyDocument } from '@streakline/study-report';
import { gatherStudy } from '../../gathering/gather-study';
import type { GatheredStudy } from '../../gathering/gathered-study';
import type { FinishedStudy, Rendering, StudyKind } from '../../jobs/study-kind';
import { type StudyRequest, studyRequestSchema } from '../../request/study-request';
import { resolveStudyRefs } from '../../selection/resolve-refs';
import type { StudyAnswer } from '../../computing/study-answer';
import { studySteps } from '../../computing/study-steps';
import { eventColumns } from './event-columns';
import { type EventRow, eventRows } from './event-row';
import { studyDocument } from './study-document';
import { testTable } from './test-table';

type Finished = FinishedStudy<StudyRequest, StudyAnswer>;

/** Event studies: abnormal returns around many announcements, with the tests of whether they are more than chance. */
export const eventStudyKind: StudyKind<StudyRequest, GatheredStudy, StudyAnswer, EventRow> = {
  name: 'eventStudy',
  path: '/v1/event-studies',
  requestSchema: studyRequestSchema,
  resolve: resolveStudyRefs,
  gather: gatherStudy,
  *compute(gathered, request) {
    const computed = yield* studySteps(gathered, request);
    if (isRefusal(computed)) return computed;
    return { result: computed.answer, rowCount: computed.answer.selected, rows: eventRows(gathered, computed) };
  },
  table: ({ result }) => testTable(result.study),
  isUsed: ({ used }) => used,
  columns: ({ request }) => eventColumns(request),
  renderings: {
    'text/html': rendered(async (document) => (await import('@streakline/study-report')).studyHtml(document)),
    'image/svg+xml': rendered(async (document) => (await import('@streakline/study-report')).studySvg(document)),
    'text/plain': rendered(async (document) => (await import('@streakline/study-report')).studyText(document)),
  },
};

function rendered(
  render: (document: StudyDocument) => Promise<string>,
): Rendering<StudyRequest, StudyAnswer, EventRow> {
  return async (study: Finished, rows) => render(await studyDocument(study, study.result, rows));
}
