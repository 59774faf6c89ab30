import {
  buildPanel,
  compareGroups,
  type EventResult,
  eventResult,
  leaveOut,
  type GroupOptions,
  type GroupReport,
  type ModelName,
  type ReferenceForm,
  referenceForm,
  runStudy,
  type Stepwise,
  type StudyEvent,
  type StudyOptions,
  type StudyResult,
} from '@streakline/event-study';
import { variantsOf } from '../variants';
import type { FileStudyOptions } from './file-options';
import { factorsOf } from './models';
import { type FileStudy, studyEvents } from './file-study';
import { screenFiles } from './screen-files';
import type { StudyWindows } from './study-windows';
import { hasGaps, unansweredTests } from './unanswered-tests';
import { type Told, toldOf } from './warnings';

/** One model's answer, in the forms that are asked for. */
export interface ModelStudy {
  readonly model: ModelName;
  /** Events that the model could be computed for. */
  readonly n: number;
  /** For the JSON document. */
  readonly reference: ReferenceForm | null;
  /** For everything else. */
  readonly result: StudyResult | null;
  /** For the figures and the report, which show each. */
  readonly events: readonly EventResult[];
  /** With --by group. */
  readonly groups: GroupReport | null;
  readonly told: Told;
  /** Tests that have no answer, and why; null where all have one, or no event could be studied. */
  readonly unanswered: string | null;
}

/** Screens the events, measures their abnormal returns by a model, and tests them; in steps. */
export function* studyModel(
  study: FileStudy,
  model: ModelName,
  windows: StudyWindows,
  options: FileStudyOptions,
): Stepwise<ModelStudy> {
  const all = studyEvents(study, factorsOf(model, study));
  const { kept, parts, suspicions } = screenFiles(study, all, windows, options);
  const partsOf = new Map<StudyEvent, (typeof parts)[number]>();
  const events = kept.map((place, index) => {
    const event = all[place]!;
    partsOf.set(event, parts[index] ?? null);
    return event;
  });
  const ofReturns = options.logReturns === true ? 'log' : 'simple';
  const returns = options.value === 'return' ? ofReturns : 'none';
  const panel = yield* buildPanel(events, { model, ...windows, returns });
  leaveOut(panel, (event) => partsOf.get(event) ?? null);
  const { seed, json } = options;
  const reference = json === true ? yield* referenceForm(panel, { seed }) : null;
  const result = needsResult(options, reference) ? yield* runStudy(panel, testOptions(options)) : null;
  return {
    model,
    n: panel.n,
    reference,
    result,
    events: showsEvents(options) ? panel.events.map((_, place) => eventResult(panel, place)) : [],
    groups: options.by === undefined ? null : yield* compareGroups(panel, groupOptions(options)),
    told: toldOf(suspicions, panel.unfit),
    unanswered: result === null || panel.n === 0 ? null : unansweredTests(result),
  };
}

/** The reference form alone takes half the time of both; but it does not say why a figure is missing. */
function needsResult(options: FileStudyOptions, reference: ReferenceForm | null): boolean {
  return reference === null || options.details === true || showsEvents(options) || hasGaps(reference);
}

function showsEvents({ plot, report }: FileStudyOptions): boolean {
  return plot !== undefined || report !== undefined;
}

function groupOptions({ groupVariance: variance, confidence }: FileStudyOptions): GroupOptions {
  return { variance, confidence };
}

function testOptions(options: FileStudyOptions): StudyOptions {
  const { permutations, bootstrap, seed, confidence } = options;
  return { variants: variantsOf(options, 'estimationOverlap'), permutations, bootstrap, seed, confidence };
}
