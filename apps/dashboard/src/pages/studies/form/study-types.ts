import type { components } from '@streakline/client';

type Schemas = components['schemas'];

export type EventRequest = Schemas['EventStudyRequest'];
export type StreakRequest = Schemas['StreakStudyRequest'];
export type Selection = EventRequest['selection'];
export type StudySummary = Schemas['Study'];
export type EventStudy = Schemas['EventStudy'];
export type StreakStudy = Schemas['StreakStudy'];
export type EventResult = NonNullable<EventStudy['result']>;
export type StreakResult = NonNullable<StreakStudy['result']>;
export type EventRow = Schemas['EventStudyRows']['data'][number];
export type StreakRow = Schemas['StreakStudyRows']['data'][number];
export type StudyWindow = EventResult['study']['windows'][number];
export type StudyTest = StudyWindow['tests'][number];
export type TestName = StudyTest['test'];
export type Comparison = StreakResult['primary'];
export type Outcome = Comparison['outcome'];
export type BaseDirection = Comparison['direction'];

/** Which of the two: what announcements did to returns, or to runs. */
export type StudyKind = 'event' | 'streak';
