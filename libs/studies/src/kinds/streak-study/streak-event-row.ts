import type { ReactionRun } from '@streakline/dossiers';
import type { Column } from '@streakline/web-api';
import { z } from 'zod';
import { type StreakEvent, streakScreens } from '../../streaks/gathered-streaks';

const nullableNumber = z.number().nullable();

/** Every selected reaction of a streak study: its part in a run, or why it was left out. */
export const streakEventRowSchema = z.object({
  id: z.string().describe('Of the reaction in the study: the announcement (or amendment) and the instrument.'),
  of: z.string().describe('The announcement, or the amendment.'),
  announcementId: z.string(),
  headline: z.string(),
  kind: z.string(),
  role: z.string(),
  period: z.string().nullable(),
  instrument: z.string().describe('MIC:SYMBOL on day 0.'),
  instrumentId: z.string(),
  timing: z.string(),
  day0: z.iso.date().nullable(),
  leftOut: z.enum(streakScreens).nullable().describe('Why it takes no part; null where it does.'),
  directionAtBase: z.enum(['falling', 'rising']).nullable().describe('Of the run in force at base; null: none.'),
  lengthAtBase: z.int().nullable(),
  relation: z.enum(['extended', 'ended', 'began', 'none']).nullable(),
  lengthFromDay0: z.int().nullable(),
  unfinished: z.boolean().nullable().describe('The run reaches the end of the tape: it may become longer.'),
  returnFromDay0: nullableNumber.describe("From the base close to the run's last close, a fraction; 0 where it ended."),
  marketCapChangeFromDay0: nullableNumber.describe('The same of market cap, in units of the currency.'),
  marketCapChange: nullableNumber.describe('Over the whole run.'),
});
export type StreakEventRow = z.infer<typeof streakEventRowSchema>;

export function streakEventRow({ traits, leftOut, part }: StreakEvent): StreakEventRow {
  const { event, of, announcementId, headline, kind, role, period, instrument, instrumentId, timing, day0 } = traits;
  return {
    ...{ id: event, of, announcementId, headline, kind, role, period, instrument, instrumentId, timing, day0, leftOut },
    ...(part === null ? NO_PART : { relation: part.relation, ...(part.streak === null ? NO_RUN : runOf(part.streak)) }),
  };
}

type Part = Pick<StreakEventRow, 'relation' | keyof ReturnType<typeof runOf>>;

const NO_FIGURES = { returnFromDay0: null, marketCapChangeFromDay0: null, marketCapChange: null } as const;
const NO_PART: Part = {
  ...{ relation: null, directionAtBase: null, lengthAtBase: null, lengthFromDay0: null, unfinished: null },
  ...NO_FIGURES,
};
/** No run in force at base, and none begun. */
const NO_RUN = { directionAtBase: null, lengthAtBase: 0, lengthFromDay0: 0, unfinished: false, ...NO_FIGURES } as const;

function runOf(run: ReactionRun) {
  const { direction, lengthAtBase, lengthFromDay0, returnFromDay0, marketCapChangeFromDay0, marketCapChange } = run;
  return {
    directionAtBase: lengthAtBase > 0 ? direction : null,
    ...{ lengthAtBase, lengthFromDay0 },
    unfinished: run.inForce && lengthFromDay0 > 0,
    ...{ returnFromDay0, marketCapChangeFromDay0, marketCapChange },
  };
}

const text = (name: keyof StreakEventRow): Column<StreakEventRow> => ({
  name,
  type: 'text',
  of: (row) => row[name],
});
const integer = (name: 'lengthAtBase' | 'lengthFromDay0'): Column<StreakEventRow> => ({
  name,
  type: 'integer',
  of: (row) => row[name],
});
const number = (name: 'returnFromDay0' | 'marketCapChangeFromDay0' | 'marketCapChange'): Column<StreakEventRow> => ({
  name,
  type: 'number',
  of: (row) => row[name],
});

export const streakEventColumns: readonly Column<StreakEventRow>[] = [
  ...(['id', 'of', 'announcementId', 'headline', 'kind', 'role', 'period'] as const).map(text),
  ...(['instrument', 'instrumentId', 'timing', 'day0', 'leftOut', 'directionAtBase'] as const).map(text),
  integer('lengthAtBase'),
  text('relation'),
  integer('lengthFromDay0'),
  { name: 'unfinished', type: 'boolean', of: ({ unfinished }) => unfinished },
  number('returnFromDay0'),
  number('marketCapChangeFromDay0'),
  number('marketCapChange'),
];
