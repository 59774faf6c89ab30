import type { ScreenName } from '@streakline/event-study';
import type { VariantOptions } from '../variants';
import type { ModelOption } from './models';

/** What `study run` is told about files. */
export interface FileStudyOptions extends VariantOptions {
  readonly returns: string;
  readonly events: string;
  readonly model?: ModelOption;
  readonly market?: string;
  readonly factors?: readonly string[];
  readonly logReturns?: boolean;
  readonly tradeToTrade?: boolean;
  readonly value: 'return' | 'log-volume' | 'volatility';
  readonly exclude?: readonly ScreenName[];
  readonly minDays?: number;
  readonly by?: 'group';
  readonly groupVariance: 'welch' | 'pooled';
  readonly window?: readonly { readonly from: number; readonly to: number }[];
  readonly permutations?: number;
  readonly bootstrap?: number;
  readonly seed: number;
  readonly confidence: number;
  readonly json?: boolean;
  readonly details?: boolean;
  readonly plot?: string;
  readonly report?: string;
}
