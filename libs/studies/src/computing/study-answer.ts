import type { GroupReport, ScreenName, StudyResult, TestResult, WindowDays } from '@streakline/event-study';
import type { StudyRegression } from '../drivers/regress';

/** How often a screen saw something, in events. */
export interface ScreenCount {
  readonly screen: ScreenName | 'unfit';
  /** Left out as a whole. */
  readonly excluded: number;
  /** Left out of some days or windows. */
  readonly inPart: number;
  /** Only said. */
  readonly warned: number;
}

/** What leaving the days of earlier announcements out of the estimation changed; null figures where a side has none. */
export interface OmissionEffect {
  /** Events whose estimation lost days, and how many days in all. */
  readonly events: number;
  readonly days: number;
  readonly windows: readonly OmissionInWindow[];
}

export interface OmissionInWindow extends WindowDays {
  readonly caar: number | null;
  readonly caarWithAllDays: number | null;
  readonly tests: readonly {
    readonly test: TestResult['test'];
    readonly statistic: number | null;
    readonly statisticWithAllDays: number | null;
  }[];
}

/** What a study on the store says. Plain JSON: figures that cannot be computed are null, with their reason beside them. */
export interface StudyAnswer {
  readonly position: number;
  /** Reactions that the selection selected; `used` of them take part. */
  readonly selected: number;
  readonly used: number;
  readonly screens: readonly ScreenCount[];
  readonly study: StudyResult;
  readonly omission: OmissionEffect | null;
  /** AAR and CAAR by group with the tests of their difference; null where none was asked for. */
  readonly groups: GroupReport | null;
  /** Null where none was asked for. */
  readonly regression: StudyRegression | null;
}
