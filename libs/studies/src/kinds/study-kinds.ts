import type { StudyKind } from '../jobs/study-kind';
import { eventStudyKind } from './event-study/event-study-kind';
import { streakStudyKind } from './streak-study/streak-study-kind';

/** All kinds of studies that this system runs. */
export const studyKinds: readonly StudyKind[] = [eventStudyKind, streakStudyKind];
