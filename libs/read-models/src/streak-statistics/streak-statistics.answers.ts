import { singleResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const chance = z.number().min(0).max(1).nullable();

const lengthsSchema = z.object({
  runs: z.int(),
  longest: z.int(),
  meanOfRuns: z.number().nullable().describe('Sessions of the mean run.'),
  meanOfSessions: z
    .number()
    .nullable()
    .describe('Of the run that a session drawn at random sits in: more, as longer runs have more sessions.'),
});

const modelSchema = z.object({
  sameDirection: chance.describe('Of such a run in its direction, somewhere in the sessions of the instrument.'),
  eitherDirection: chance,
  anyInstrument: z
    .object({
      independent: z.number().describe('Were instruments independent; as they move together, too much as a rule.'),
      atMost: z.number().describe('However they depend on each other (Boole).'),
    })
    .nullable()
    .describe('In either direction, in any instrument on record; null while their counts are rebuilt.'),
});

const sharesSchema = z.object({ falling: z.number(), unchanged: z.number(), rising: z.number() });

const toldRunSchema = z.object({
  toldFor: z.array(z.enum(['inForce', 'longestFalling', 'longestRising', 'asked'])).readonly(),
  direction: z.enum(['falling', 'rising']),
  start: z.iso.date(),
  end: z.iso.date(),
  length: z.int(),
  inForce: z.boolean(),
  return: z.number().describe('A fraction, split-adjusted.'),
  longestSince: z
    .object({ start: z.iso.date(), end: z.iso.date(), length: z.int() })
    .nullable()
    .describe('The last earlier run of its direction at least as long; null where the tape has none.'),
  sentence: z.string().describe('As a newsroom writes it; "since" is dated by the end of that run.'),
  chances: z.object({
    sessions: z.int(),
    instruments: z.int().nullable().describe('Scanned; null while their counts are rebuilt.'),
    independent: modelSchema.describe("Sessions independent of each other, with the tape's own shares."),
    markov: modelSchema.describe('Each session depending on the one before, by what followed what on the tape.'),
  }),
  chancesSentence: z.string(),
});

/** What a tape's streaks are worth. */
export const streakStatisticsSchema = z.object({
  instrument: z.string().describe('MIC:SYMBOL at present.'),
  instrumentId: z.string(),
  from: z.iso.date().nullable().describe('First and last session of the tape; null where it has none.'),
  to: z.iso.date().nullable(),
  sessions: z.int().describe('That have a close before them.'),
  closes: sharesSchema.describe('How many fell, stood still and rose.'),
  after: z
    .object({ falling: sharesSchema, unchanged: sharesSchema, rising: sharesSchema })
    .describe('How many of each followed a close that fell, stood still, rose.'),
  lengths: z.object({ falling: lengthsSchema, rising: lengthsSchema, both: lengthsSchema }),
  runsTest: z
    .object({
      falling: z.int(),
      rising: z.int(),
      unchanged: z.int().describe('Take no part.'),
      runs: z.int(),
      expectedRuns: z.number().nullable(),
      zStatistic: z.number().nullable(),
      pValue: z.number().nullable().describe('Two-sided, by the normal.'),
      exactPValue: z.number().nullable().describe('Two-sided, by the exact distribution.'),
      reason: z.string().nullable().describe('Why there are no figures.'),
    })
    .describe('Wald and Wolfowitz: fewer runs than expected, and moves cluster; more, and they alternate.'),
  runs: z.array(toldRunSchema).readonly(),
});
export type StreakStatisticsAnswer = z.infer<typeof streakStatisticsSchema>;

export class StreakStatisticsResponse extends createZodDto(singleResponse(streakStatisticsSchema)) {}
