import { logLevels } from '@streakline/observability';
import { z } from 'zod';

const yesOrNo = z.enum(['true', 'false'], 'is neither true nor false').transform((text) => text === 'true');

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port: give a number from 0 to 65535 (0 takes any free one)')
  .transform(Number)
  .refine((number) => number <= 65_535, 'is not a port: give a number from 0 to 65535 (0 takes any free one)');

const databaseUrl = z
  .string({ error: 'is not set: postgres://user:password@host:5432/database' })
  .refine(isPostgresUrl, 'is not postgres://user:password@host:5432/database');

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:$/.test(URL.canParse(text) ? new URL(text).protocol : '');
}

/** Requests a minute that each API key may make in one process. */
export const DEFAULT_RATE_LIMIT = 6_000;

/** The variables that processes read, beside KAFKA_... and STREAKLINE_TOPIC_PREFIX (libs/event-log). */
export const variables = {
  STREAKLINE_DATABASE_URL: databaseUrl,
  STREAKLINE_DATABASE_CONNECTIONS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'is not a number from 3 to 999')
    .transform(Number)
    .refine((number) => number >= 3, 'is too few: a process holds some of them for itself, give 3 at least')
    .optional(),
  STREAKLINE_HOST: z.string().default('127.0.0.1'),
  STREAKLINE_PORT: port.optional(),
  STREAKLINE_TRUST_NETWORK: yesOrNo.default(false),
  STREAKLINE_RATE_LIMIT: z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number of requests a minute; 0 sets no limit')
    .transform(Number)
    .default(DEFAULT_RATE_LIMIT),
  STREAKLINE_RUN_STUDIES: yesOrNo.default(true),
  STREAKLINE_STRATEGIES: z.string().optional(),
  STREAKLINE_DASHBOARD: z
    .string()
    .transform((text) => (text === 'off' ? undefined : text))
    .optional(),
  STREAKLINE_LOG_LEVEL: z.enum(logLevels, `is none of ${logLevels.join(', ')}`).default('info'),
} as const;

/** Read by the standalone process alone, which brings a PostgreSQL of its own. */
export const standaloneVariables = {
  ...variables,
  STREAKLINE_DATABASE_URL: databaseUrl.optional(),
  STREAKLINE_DATA_DIR: z.string().optional(),
} as const;
