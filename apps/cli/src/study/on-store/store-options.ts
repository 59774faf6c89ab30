import type { ScreenName } from '@streakline/event-study';
import type { Command } from 'commander';
import { withStorage } from '../../projections/with-storage';
import { parseNames, parseRecorded } from '../parse-options';
import type { VariantOptions } from '../variants';

/** What `study run` is told about announcements on record, and where these are. */
export interface StoreStudyOptions extends VariantOptions {
  readonly selection?: string;
  readonly kinds?: readonly string[];
  readonly instruments?: readonly string[];
  readonly announcements?: readonly string[];
  readonly roles?: readonly string[];
  readonly timings?: readonly string[];
  readonly sectors?: readonly string[];
  readonly periods?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly benchmark?: string;
  /** An instant, or a date. */
  readonly asOf?: string;
  /** A position, or an instant. */
  readonly asRecorded?: number | string;
  readonly url?: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly model?: string;
  readonly factors?: readonly string[];
  readonly logReturns?: boolean;
  readonly tradeToTrade?: boolean;
  /** A trait of announcements. */
  readonly by?: string;
  readonly value?: 'return' | 'log-volume' | 'volatility';
  readonly exclude?: readonly ScreenName[];
  readonly minDays?: number;
  readonly window?: readonly { readonly from: number; readonly to: number }[];
  readonly permutations?: number;
  readonly bootstrap?: number;
  readonly seed: number;
  readonly confidence: number;
  readonly json?: boolean;
  readonly plot?: string;
  readonly report?: string;
}

/** Adds what a study of announcements on record takes beside the options of every study. */
export function withStoreOptions(command: Command): Command {
  return withStorage(command)
    .option(
      '--url <url>',
      'ask a running server over HTTP instead, such as http://127.0.0.1:8080 (STREAKLINE_API_KEY holds its key)',
    )
    .option('--selection <file>', 'JSON: the body of POST /v1/event-studies, or its selection alone; - reads it here')
    .option('--kinds <names>', 'announcements of these kinds, such as earnings,deal', parseNames)
    .option('--instruments <refs>', 'of these instruments, such as XNAS:AMZN', parseNames)
    .option('--announcements <ids>', 'these announcements', parseNames)
    .option('--roles <names>', 'of instruments in these roles, such as issuer,target', parseNames)
    .option('--timings <names>', 'with these timings, such as afterClose', parseNames)
    .option('--sectors <names>', 'of instruments in these sectors, as SCHEME:CODE', parseNames)
    .option('--periods <names>', 'reporting on these periods, such as 2025-Q4', parseNames)
    .option('--from <session>', 'with day 0 on this session or later')
    .option('--to <session>', 'with day 0 before this session')
    .option('--benchmark <ref>', 'instead of the benchmark in force on each day 0')
    .option('--as-of <instant>', 'only what was public by then: an instant with Z, or a date (its end in UTC)')
    .option(
      '--as-recorded <position>',
      'only what was stored by then: a position, or an instant with Z',
      parseRecorded,
    );
}
