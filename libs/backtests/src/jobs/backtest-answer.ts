import type { BacktestResult, DataLint, Trade } from '@streakline/backtest';
import type { BacktestPerformance } from '@streakline/performance';
import type { Column } from '@streakline/web-api';
import { z } from 'zod';
import type { RunManifest } from '../manifest/run-manifest';

/** What a backtest that was asked for came to. */
export interface BacktestAnswer {
  readonly runId: string;
  readonly manifest: RunManifest;
  readonly data: DataLint | null;
  readonly performance: BacktestPerformance | null;
  readonly backtest: BacktestResult;
}

const figures = z.looseObject({}).describe('Metrics by name, null where there is nothing to compute from.');

/** The same for the documentation; docs/guides/backtests.md says what stands in each part. */
export const backtestAnswerSchema = z.object({
  runId: z.string().describe('Hash of the manifest: the same run has the same id on every machine.'),
  manifest: z.looseObject({
    strategy: z.string(),
    codeHash: z.string().describe('SHA-256 over all sources.'),
    params: z.looseObject({}),
    settings: z.looseObject({}),
    position: z.int(),
    factsHash: z.string().describe('SHA-256 over all that is on record of its instruments up to the position.'),
    versions: z.looseObject({ streakline: z.string(), engine: z.int(), facts: z.int() }),
  }),
  data: z.looseObject({}).nullable().describe('What the data was found to be, read without a replay.'),
  performance: z
    .looseObject({ net: figures, gross: figures, benchmark: figures.nullable() })
    .nullable()
    .describe('After costs, before them, and of the benchmark.'),
  backtest: z
    .looseObject({ strategy: z.string(), state: z.enum(['done', 'failed']) })
    .describe('The equity curve, every order, trade and corporate action, the log and the warnings.'),
});

/** A trade in columns. */
export const tradeColumns: readonly Column<Trade>[] = [
  { name: 'ref', type: 'text', of: ({ ref }) => ref },
  { name: 'instrumentId', type: 'text', of: ({ instrumentId }) => instrumentId },
  { name: 'side', type: 'text', of: ({ side }) => side },
  { name: 'entrySession', type: 'text', of: ({ entrySession }) => entrySession },
  { name: 'exitSession', type: 'text', of: ({ exitSession }) => exitSession },
  { name: 'shares', type: 'number', of: ({ shares }) => shares },
  { name: 'entryPrice', type: 'number', of: ({ entryPrice }) => entryPrice },
  { name: 'exitPrice', type: 'number', of: ({ exitPrice }) => exitPrice },
  { name: 'income', type: 'number', of: ({ income }) => income },
  { name: 'costs', type: 'number', of: ({ costs }) => costs },
  { name: 'grossProfit', type: 'number', of: ({ grossProfit }) => grossProfit },
  { name: 'netProfit', type: 'number', of: ({ netProfit }) => netProfit },
  { name: 'return', type: 'number', of: (trade) => trade.return },
  { name: 'sessionsHeld', type: 'integer', of: ({ sessionsHeld }) => sessionsHeld },
  { name: 'exitReason', type: 'text', of: ({ exitReason }) => exitReason },
  { name: 'tag', type: 'text', of: ({ tag }) => tag },
  { name: 'causes', type: 'text', of: ({ causes }) => causes.join(' ') },
];
