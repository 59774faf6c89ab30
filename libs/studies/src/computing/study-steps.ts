import { refuse, type Refusal } from '@streakline/event-store';
import {
  buildPanel,
  compareGroups,
  fillAbnormal,
  leaveOut,
  type Panel,
  runStudy,
  type StudyEvent,
  StudyError,
  type StudyOptions,
  type Stepwise,
} from '@streakline/event-study';
import { regress, type StudyRegression } from '../drivers/regress';
import type { GatheredStudy } from '../gathering/gathered-study';
import type { StudyRequest } from '../request/study-request';
import { omissionEffect } from './omission-effect';
import { screenCounts } from './screen-counts';
import type { StudyAnswer } from './study-answer';

/** A study computed: its answer, and the panel that holds every event's own figures. */
export interface ComputedStudy {
  readonly answer: StudyAnswer;
  readonly panel: Panel;
  /** The same events estimated on all days; null where no days are left out of the estimation. */
  readonly panelWithAllDays: Panel | null;
}

/**
 * Everything that a request asks of what was gathered for it, in steps. A study that cannot be computed as a whole is a
 * refusal; a test that lacks what it needs says so in its place.
 */
export function* studySteps(gathered: GatheredStudy, request: StudyRequest): Stepwise<ComputedStudy | Refusal> {
  try {
    return yield* computed(gathered, request);
  } catch (error) {
    if (error instanceof StudyError) return refuse('invalid', error.code, error.message);
    throw error;
  }
}

function* computed(gathered: GatheredStudy, request: StudyRequest): Stepwise<ComputedStudy> {
  const panel = yield* panelOf(gathered, request, (event) => event);
  const study = yield* runStudy(panel, optionsOf(request));
  const panelWithAllDays =
    request.omitFromEstimation === undefined
      ? null
      : yield* panelOf(gathered, request, (event) => ({ ...event, omittedDays: [] }));
  const omission = panelWithAllDays === null ? null : yield* omissionEffect(panel, panelWithAllDays, request);
  const groups = request.groupBy === undefined ? null : yield* compareGroups(panel, { confidence: request.confidence });
  const answer: StudyAnswer = {
    position: gathered.position,
    selected: gathered.events.length + gathered.leftOut.length,
    used: panel.n,
    screens: screenCounts(gathered, panel.unfit),
    ...{ study, omission, groups, regression: regressionOf(panel, gathered, request) },
  };
  return { answer, panel, panelWithAllDays };
}

function regressionOf(
  panel: Panel,
  { events }: GatheredStudy,
  { regression, confidence }: StudyRequest,
): StudyRegression | null {
  if (regression === undefined) return null;
  return regress(panel, new Map(events.map(({ event, traits }) => [event.id, traits])), regression, confidence);
}

/** Without what screening left out of days and windows. */
function* panelOf(
  { events }: GatheredStudy,
  { model, estimation, event, windows, value, returns }: StudyRequest,
  as: (event: StudyEvent) => StudyEvent,
): Stepwise<Panel> {
  const panel = yield* buildPanel(
    events.map((one) => as(one.event)),
    // Volume and volatility cannot be bought and held.
    { model, estimation, event, windows, returns: value === 'return' ? returns : 'none' },
  );
  const parts = new Map(events.flatMap((one) => (one.parts === null ? [] : [[one.event.id, one.parts]])));
  if (parts.size === 0) return panel;
  yield* fillAbnormal(panel);
  leaveOut(panel, ({ id }) => parts.get(id) ?? null);
  return panel;
}

function optionsOf(request: StudyRequest): StudyOptions {
  const { variants, permutations, bootstrap, seed, confidence, tests } = request;
  return {
    ...{ variants, seed, confidence },
    ...(tests !== undefined && { tests }),
    ...(permutations !== undefined && { permutations }),
    ...(bootstrap !== undefined && { bootstrap }),
  };
}
