import { testNames } from '@streakline/event-study';
import { z } from 'zod';

const nullableNumber = z.number().nullable();
const window = { from: z.int(), to: z.int() };

const testSchema = z.object({
  test: z.enum(testNames),
  statistic: nullableNumber,
  pValue: nullableNumber.describe('Two-sided.'),
  distribution: z.enum(['normal', 't', 'exact', 'resampled']),
  degreesOfFreedom: nullableNumber,
  n: z.int().describe('Events that it rests on.'),
  reason: z.string().nullable().describe('Why there are no figures; null where there are.'),
});

const daySchema = z.looseObject({
  day: z.int(),
  n: z.int(),
  aar: nullableNumber.describe('Average abnormal return, a fraction.'),
  positive: z.number().describe('Share of events in which it is positive.'),
  tests: z.array(testSchema),
});

const windowSchema = z.looseObject({
  ...window,
  n: z.int(),
  caar: nullableNumber.describe('Average cumulative abnormal return.'),
  interval: z.object({ lower: z.number(), upper: z.number() }).nullable().describe('By the bootstrap over events.'),
  precisionWeightedCaar: nullableNumber,
  abhar: nullableNumber.describe('Average buy-and-hold abnormal return.'),
  positive: z.number(),
  tests: z.array(testSchema),
});

const studySchema = z.looseObject({
  model: z.string(),
  estimation: z.object(window),
  event: z.object(window),
  variants: z.looseObject({}),
  n: z.int(),
  firms: z.int(),
  crossCorrelation: z.looseObject({
    value: nullableNumber,
    pairing: z.string(),
    pairs: z.int(),
    sampled: z.boolean().describe('Whether the pairs are a seeded sample of all.'),
    standardError: nullableNumber,
  }),
  days: z.array(daySchema),
  windows: z.array(windowSchema),
  curve: z.array(z.object({ day: z.int(), caar: nullableNumber, lower: nullableNumber, upper: nullableNumber })),
  calendarTime: z.looseObject({}).nullable().describe('The calendar-time portfolio (Jaffe 1974, Mandelker 1974).'),
});

const omissionSchema = z.looseObject({
  events: z.int().describe('Events whose estimation lost days.'),
  days: z.int(),
  windows: z.array(
    z.looseObject({
      ...window,
      caar: nullableNumber,
      caarWithAllDays: nullableNumber,
      tests: z.array(
        z.object({ test: z.enum(testNames), statistic: nullableNumber, statisticWithAllDays: nullableNumber }),
      ),
    }),
  ),
});

const screenSchema = z.object({
  screen: z.string(),
  excluded: z.int().describe('Events left out as a whole.'),
  inPart: z.int().describe('Events left out of some days or windows.'),
  warned: z.int().describe('Events of which it is only said.'),
});

/** For the documentation: what an event study answers. */
export const eventStudyResultSchema = z.looseObject({
  selected: z.int().describe('Reactions that the selection selected.'),
  used: z.int().describe('Those that take part.'),
  screens: z.array(screenSchema),
  study: studySchema,
  groups: z.looseObject({}).nullable().describe('AAR and CAAR by group, with the tests of their difference.'),
  regression: z.looseObject({}).nullable().describe('CARs explained by measures and traits.'),
  omission: omissionSchema
    .nullable()
    .describe('What leaving days out of the estimation changed, where it was asked for.'),
});
