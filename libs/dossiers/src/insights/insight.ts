import type { AnnouncementRecord } from '@streakline/events';
import type { Session } from '@streakline/market-time';
import type { Reaction, WindowFigures } from '../reactions/reaction';
import type { MarketCapSplit, Run } from '../runs/run';

/** A run as it stood at the close that the insight is about. Its figures run from `baseClose` to `endClose`. */
export type InsightRun = Pick<
  Run,
  | 'direction'
  | 'start'
  | 'end'
  | 'length'
  | 'baseSession'
  | 'baseClose'
  | 'endClose'
  | 'return'
  | 'gaps'
  | keyof MarketCapSplit
>;

/** A reaction all of whose windows have all their bars. Without abnormal figures: those rest on a second tape, and are computed on reading. */
export interface InsightReaction extends Pick<
  Reaction,
  | 'of'
  | 'announcementId'
  | 'timing'
  | 'assumed'
  | 'baseSession'
  | 'day0'
  | 'return'
  | 'totalReturn'
  | 'marketCapChange'
  | 'gapReturn'
  | 'openToClose'
  | 'volumeRatio'
  | 'relation'
  | 'streak'
  | 'begun'
  | 'notes'
> {
  readonly announcementKind: AnnouncementRecord['original']['kind'];
  readonly headline: string;
  readonly windows: readonly Omit<WindowFigures, 'complete' | 'through'>[];
}

/** A market cap that came to a mark or above it (`up`), or fell below it (`down`), from one close to the next. */
export interface MarketCapCrossing extends MarketCapSplit {
  /** m x 10^n in units of the currency, m from 1 to 9, n from 9. */
  readonly mark: number;
  readonly direction: 'up' | 'down';
  /** The session with a bar before, whose close `marketCapBefore` is of. */
  readonly baseSession: Session;
  readonly marketCapBefore: number;
  readonly marketCap: number;
}

/** What names an instrument to a reader: MIC:SYMBOL in force on the session, and the currency of all amounts. */
interface Named {
  readonly instrument: string;
  readonly currency: string;
}

interface InsightOf<Kind extends string, Data> {
  readonly kind: Kind;
  readonly session: Session;
  /** Tells apart insights of one kind and session: the mark, or the announcement or amendment; else empty. */
  readonly detail: string;
  /** When the last of the bars it rests on became public, epoch milliseconds. */
  readonly knownAt: number;
  readonly data: Named & Data;
}

export type RunInsight = InsightOf<'runBegan' | 'runExtended' | 'runEnded', { readonly run: InsightRun }>;
export type ReactionInsight = InsightOf<'reactionComplete', { readonly reaction: InsightReaction }>;
export type CrossingInsight = InsightOf<'marketCapCrossed', { readonly crossing: MarketCapCrossing }>;

/** What the system found at one session's close. */
export type Insight = RunInsight | ReactionInsight | CrossingInsight;

/** In the order in which the insights of one session are told. */
export const INSIGHT_KINDS = ['runEnded', 'runBegan', 'runExtended', 'marketCapCrossed', 'reactionComplete'] as const;
export type InsightKind = (typeof INSIGHT_KINDS)[number];
