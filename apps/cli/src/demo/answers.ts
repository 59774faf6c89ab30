/** What the API answers about the case, as far as the demo shows it. Returns are fractions, money whole dollars. */

export interface AnnouncementAnswer {
  readonly id: string;
  readonly headline: string;
  readonly kind: string;
  readonly externalId?: string;
  readonly amounts: readonly {
    readonly label: string;
    readonly value: number;
    readonly certainty: string;
    readonly deadline?: string;
  }[];
}

export interface RunAnswer {
  readonly direction: 'falling' | 'rising';
  readonly start: string;
  readonly end: string;
  readonly length: number;
  readonly lengthAtBase: number;
  readonly lengthFromDay0: number;
  readonly inForce: boolean;
  readonly return: number;
  readonly returnFromDay0: number;
  readonly marketCapChange: number | null;
  readonly priceEffect: number | null;
  readonly shareCountEffect: number | null;
  readonly marketCapChangeFromDay0: number | null;
}

export interface WindowAnswer {
  readonly from: number;
  readonly to: number;
  readonly return: number | null;
  readonly totalReturn: number | null;
  readonly abnormalReturn: number | null;
  readonly tStatistic: number | null;
  readonly marketCapChange: number | null;
  readonly complete: boolean;
  readonly through: string | null;
}

export interface NoteAnswer {
  readonly code: string;
  readonly [detail: string]: unknown;
}

export interface ReactionAnswer {
  readonly of: string;
  readonly instrument: string;
  readonly timing: string;
  readonly benchmark: string | null;
  readonly baseSession: string | null;
  readonly day0: string | null;
  readonly return: number | null;
  readonly benchmarkReturn: number | null;
  readonly abnormalReturn: number | null;
  readonly tStatistic: number | null;
  readonly marketCapChange: number | null;
  readonly gapReturn: number | null;
  readonly openToClose: number | null;
  readonly volumeRatio: number | null;
  readonly windows: readonly WindowAnswer[];
  readonly relation: 'extended' | 'ended' | 'began' | 'none' | null;
  readonly streak: RunAnswer | null;
  readonly begun: RunAnswer | null;
  readonly notes: readonly NoteAnswer[];
}

export interface BarAnswer {
  readonly session: string;
  readonly close: number;
}

export interface MarketCapAnswer {
  readonly session: string;
  readonly shares: number | null;
  readonly countedOn: string | null;
  readonly marketCap: number | null;
}

/** One row of .../streaks. */
export interface StreakAnswer {
  readonly direction: 'falling' | 'rising';
  readonly start: string;
  readonly end: string;
  readonly length: number;
  readonly longestSince: { readonly start: string; readonly end: string; readonly length: number } | null;
}
