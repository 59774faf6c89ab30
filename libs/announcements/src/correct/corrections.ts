import type { Moment, Terms } from '@streakline/events';
import type { ActOnRecord } from '../announcement/acts';
import { figuresOf } from '../figures/figures';
import type { CheckedSubjects } from '../subjects/check-subjects';
import type { CorrectBody } from './correct.command';

/** What a correction puts in the place of what an act says; figures that it takes out are undefined. */
export function correctionsOf(
  { kind, headline, amounts, sources, relations, period, measures }: CorrectBody,
  act: ActOnRecord,
  moment: Moment,
  checked: CheckedSubjects | undefined,
): Partial<Terms> {
  const figures = {
    period: period === undefined ? act.period : (period ?? undefined),
    measures: measures ?? act.measures,
  };
  return {
    moment,
    ...(kind === undefined ? {} : { kind }),
    ...(headline === undefined ? {} : { headline }),
    ...(checked === undefined ? {} : { subjects: [...checked.subjects] }),
    ...(amounts === undefined ? {} : { amounts }),
    ...(sources === undefined ? {} : { sources }),
    ...(relations === undefined ? {} : { relations }),
    ...{ period: undefined, measures: undefined, ...figuresOf(figures) },
  };
}
