import { type Panel, runStudy, type Stepwise, type StudyResult, type TestName } from '@streakline/event-study';
import type { StudyRequest } from '../request/study-request';
import type { OmissionEffect, OmissionInWindow } from './study-answer';

/** Tests that rest on the residuals' standard deviation, and the plain one beside them. */
const COMPARED: readonly TestName[] = ['crossSectional', 'patell', 'bmp'];

/** What a study would say with all days in its estimations, beside what it says without those of earlier announcements. */
export function* omissionEffect(
  panel: Panel,
  panelWithAllDays: Panel,
  { variants, seed }: StudyRequest,
): Stepwise<OmissionEffect> {
  const options = { tests: COMPARED, variants, seed };
  const without = yield* runStudy(panel, options);
  const withAll = yield* runStudy(panelWithAllDays, options);
  const omitted = panel.events.map(({ omittedDays }) => omittedDays.length).filter((days) => days > 0);
  return {
    events: omitted.length,
    days: omitted.reduce((sum, days) => sum + days, 0),
    windows: without.windows.map((window, i) => inWindow(window, withAll.windows[i]!)),
  };
}

type Window = StudyResult['windows'][number];

function inWindow({ from, to, caar, tests }: Window, withAll: Window): OmissionInWindow {
  return {
    ...{ from, to, caar, caarWithAllDays: withAll.caar },
    tests: COMPARED.map((test) => ({
      test,
      statistic: statisticOf(test, tests),
      statisticWithAllDays: statisticOf(test, withAll.tests),
    })),
  };
}

function statisticOf(test: TestName, tests: Window['tests']): number | null {
  return tests.find((one) => one.test === test)?.statistic ?? null;
}
