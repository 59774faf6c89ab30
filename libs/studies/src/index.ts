/**
 * Event studies on the store: which announcements, their returns gathered from facts at rest and cut at one position,
 * and what was left out and why. Read side: it rests on read models and never on what decides.
 */
export { instrumentRefSchema, type StudySelection, studySelectionSchema } from './selection/study-selection';
export { type StudyRequest, type StudyRequestInput, studyRequestSchema } from './request/study-request';
export type { GroupTrait, Regressor } from './request/traits';
export { resolveSelection, resolveStudyRefs } from './selection/resolve-refs';
export { type SelectedEvent, type SelectedTape, selectedTapes } from './selection/selected-tapes';
export type { EventTraits } from './selection/event-traits';
export { StudiesModule } from './studies.module';
export { studiesMigrations } from './jobs/studies-tables';
export { type AskedStudy, type StudyQuestion, StudyJobs } from './jobs/study-jobs';
export { type StudyRecord, type StudyState } from './jobs/study-record';
export { StudyWorker, type StudyWorkerOptions } from './jobs/study-worker';
export type { FinishedStudy, StudyKind, StudyOutcome } from './jobs/study-kind';
export { StudyDoor } from './routes/study-door';
export { ApiAskStudy, ApiCancelStudy, ApiStudyAnswer, ApiStudyList } from './routes/api-studies';
export { studyAnswerSchema, type StudySummary } from './routes/study-answers';
export { positionField, StudiesQuery } from './routes/study-queries';
export { studyKinds } from './kinds/study-kinds';
export { gatherStudy } from './gathering/gather-study';
export type { GatheredEvent, GatheredStudy, LeftOutEvent } from './gathering/gathered-study';
export { type ComputedStudy, studySteps } from './computing/study-steps';
export type { OmissionEffect, ScreenCount, StudyAnswer } from './computing/study-answer';
export type { StudyRegression } from './drivers/regress';
export { gatherStreaks } from './streaks/gather-streaks';
export type { GatheredStreaks, StreakEvent, StreakScreen } from './streaks/gathered-streaks';
export {
  type StreakStudyRequest,
  type StreakStudyRequestInput,
  streakStudyRequestSchema,
} from './streaks/streak-study-request';
export { type StreakStudyAnswer, streakStudySteps } from './streaks/streak-study-steps';
